package org.yinxin.hall.delivery;

import java.util.List;

/**
 * A delivery and where it goes.
 *
 * @param delivery the delivery
 * @param address who receives it and where, in clear
 */
public record AddressedDelivery(Delivery delivery, List<Consignees.Line> address) {

    public AddressedDelivery {
        address = List.copyOf(address);
    }
}
