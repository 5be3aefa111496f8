package org.yinxin.hall.identification.source;

import org.yinxin.hall.code.CorporateAccountNumber;

/**
 * An account that money is sent to.
 *
 * @param name in whose name it is
 * @param number its number
 * @param bank the bank and branch, as they stand on the licence of the account
 */
public record BankAccount(String name, CorporateAccountNumber number, String bank) {}
