@NullMarked
package org.fourleaf.views;

import org.jspecify.annotations.NullMarked;
