@NullMarked
package org.fourleaf.templates;

import org.jspecify.annotations.NullMarked;
