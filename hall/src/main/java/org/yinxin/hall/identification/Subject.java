package org.yinxin.hall.identification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yinxin.hall.catalogue.IdentityMethod;
import org.yinxin.hall.code.BankCardNumber;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.identification.source.Question;

/**
 * Who has to be identified, as the form says. Whatever the form does not ask for is null.
 *
 * @param name a person's name
 * @param identityNumber that person's resident identity number
 * @param mobile where that person reads a code
 * @param creditCode the organisation's code
 * @param organisation the organisation's name
 */
public record Subject(
        @Nullable String name,
        @Nullable String identityNumber,
        @Nullable MobileNumber mobile,
        @Nullable String creditCode,
        @Nullable String organisation) {

    /** What a source is asked by this method; empty where the form does not say enough. */
    Optional<Question> question(IdentityMethod method, @Nullable BankCardNumber card) {
        return switch (method) {
            case MOBILE ->
                    name == null || identityNumber == null || mobile == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Question.Mobile(name, identityNumber, mobile.value()));
            case BANK_CARD ->
                    name == null || identityNumber == null || mobile == null || card == null
                            ? Optional.empty()
                            : Optional.of(
                                    new Question.BankCard(
                                            name, identityNumber, card.value(), mobile.value()));
            case FACE ->
                    name == null || identityNumber == null
                            ? Optional.empty()
                            : Optional.of(new Question.Face(name, identityNumber));
            case REGISTER ->
                    creditCode == null || organisation == null
                            ? Optional.empty()
                            : Optional.of(new Question.Enterprise(creditCode, organisation, name));
            case SMS ->
                    mobile == null
                            ? Optional.empty()
                            : Optional.of(new Question.Holder(mobile.value()));
        };
    }
}
