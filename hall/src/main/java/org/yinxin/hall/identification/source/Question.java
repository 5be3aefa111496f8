package org.yinxin.hall.identification.source;

import org.jspecify.annotations.Nullable;

/** What a source is asked: whether these belong together. */
public sealed interface Question {

    /** 手机实名: the mobile number is registered to this person. */
    record Mobile(String name, String identityNumber, String mobile) implements Question {}

    /** The card is this person's, and the mobile number is the one the bank knows. */
    record BankCard(String name, String identityNumber, String cardNumber, String mobile)
            implements Question {}

    /** The person in front of the camera is this one. */
    record Face(String name, String identityNumber) implements Question {}

    /**
     * The organisation is registered under this code.
     *
     * @param legalName also, that this person represents it; null where that is not asked
     */
    record Enterprise(String creditCode, String name, @Nullable String legalName)
            implements Question {}

    /** No source is asked: whoever reads a code on this mobile is the one. */
    record Holder(String mobile) implements Question {}

    /** One text for one question, to be digested; never kept and never logged. */
    default String canonical() {
        return switch (this) {
            case Mobile(var name, var number, var mobile) ->
                    String.join("\n", "mobile", name, number, mobile);
            case BankCard(var name, var number, var card, var mobile) ->
                    String.join("\n", "card", name, number, card, mobile);
            case Face(var name, var number) -> String.join("\n", "face", name, number);
            case Enterprise(var code, var name, var legal) ->
                    String.join("\n", "enterprise", code, name, legal == null ? "" : legal);
            case Holder(var mobile) -> String.join("\n", "holder", mobile);
        };
    }
}
