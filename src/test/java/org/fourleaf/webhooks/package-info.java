@NullMarked
package org.fourleaf.webhooks;

import org.jspecify.annotations.NullMarked;
