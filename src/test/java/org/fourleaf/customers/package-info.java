/** Tests of the customers module. */
@NullMarked
package org.fourleaf.customers;

import org.jspecify.annotations.NullMarked;
