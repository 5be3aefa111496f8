package org.yinxin.hall.payment;

/**
 * The account that money is transferred to.
 *
 * @param name 户名
 * @param bank 开户行
 * @param number 账号
 */
public record TransferAccount(String name, String bank, String number) {

    public TransferAccount {
        if (name.isBlank() || bank.isBlank() || number.isBlank()) {
            throw new IllegalArgumentException(
                    "yinxin.hall.payment.transfer needs a name, a bank and a number");
        }
    }
}
