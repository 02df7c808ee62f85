@NullMarked
package org.fourleaf.shop;

import org.jspecify.annotations.NullMarked;
