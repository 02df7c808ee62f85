@NullMarked
package org.fourleaf.kudos;

import org.jspecify.annotations.NullMarked;
