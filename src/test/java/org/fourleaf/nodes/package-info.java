/** What several nodes on one database promise together, and what is left of a node that was killed. */
@NullMarked
package org.fourleaf.nodes;

import org.jspecify.annotations.NullMarked;
