@NullMarked
package org.fourleaf.platform.log;

import org.jspecify.annotations.NullMarked;
