/**
 * The reward shop: what coins buy, and what becomes of each order. Owns {@code shop_item}, {@code shop_picture}, {@code shop_order} and
 * {@code shop_order_step}. Publishes {@code order.placed}, {@code order.changed} and {@code shop_item.changed}. Coins are paid and given
 * back in the transaction that makes or ends an order.
 */
@ApplicationModule(allowedDependencies = {"platform", "people", "game", "coins"})
@NullMarked
package org.fourleaf.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
