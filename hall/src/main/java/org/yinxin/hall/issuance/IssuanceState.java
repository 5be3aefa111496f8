package org.yinxin.hall.issuance;

/** How far an order has come. */
sealed interface IssuanceState {

    /** Committed; whether the authority has issued already is for the authority to say. */
    record Intended() implements IssuanceState {}

    /** The authority will not issue; the case may be ordered anew. */
    record Refused(IssuanceError reason) implements IssuanceState {}

    /** In the ledger, ready for the medium. */
    record Issued(Handover handover) implements IssuanceState {}

    /** Both keys were proved to work. */
    record Installed(Handover handover) implements IssuanceState {}
}
