package org.yinxin.hall.identification;

/** A check of an account as its row says. */
record BankCheck(CheckKey key, TransferRules rules, State state) {

    enum State {
        OPEN,
        PASSED,
        WITHDRAWN
    }
}
