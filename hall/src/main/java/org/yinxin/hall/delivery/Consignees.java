package org.yinxin.hall.delivery;

import java.util.List;
import org.yinxin.hall.catalogue.GateCode;
import org.yinxin.hall.catalogue.Words;
import org.yinxin.hall.reference.CaseNumber;

/** Whoever owns the cases: knows where a delivery goes, and whether the case waits for it. */
public interface Consignees {

    /**
     * Whether the case waits at this gate. The case is kept from changing until the transaction ends; asked before
     * the delivery is held, so that the two are always locked in one order.
     */
    boolean awaits(CaseNumber number, GateCode gate);

    /** Who receives it and where, in clear, line by line. */
    List<Line> address(CaseNumber number);

    /**
     * One line of an address.
     *
     * @param label what it says
     * @param value what was answered
     */
    record Line(Words label, String value) {}
}
