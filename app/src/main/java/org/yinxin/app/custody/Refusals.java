package org.yinxin.app.custody;

import org.yinxin.app.commandline.CustodyCommand.Act;
import org.yinxin.custody.GuardedRefusal;

/** What the custody refuses, in sentences that say what to do next. */
final class Refusals {

    private Refusals() {}

    static String sentence(GuardedRefusal reason, Act act) {
        return switch (reason) {
            case UNKNOWN_KEY ->
                    "there is no such key in custody; ./yinxin custody find tells the ids of keys";
            case NEVER_RELEASED ->
                    "the key never left for the token that it was made for, so there is nothing to recover: let the subscriber download it";
            case NOT_A_NEW_TOKEN ->
                    "the key belongs to this very token: let the subscriber download it there again";
            case UNSUITABLE_RECIPIENT ->
                    switch (act) {
                        case RECOVERY ->
                                "the signing key of the new certificate is not SM2, and a key is sealed for SM2 only: issue the subscriber a pair with an SM2 key";
                        case EXPORT ->
                                "the key of the certificate is not SM2, and a key is sealed for SM2 only: have the authority send a certificate with an SM2 key";
                    };
            case UNKNOWN_REQUEST ->
                    "there is no such request; ./yinxin custody %s list tells those that are open"
                            .formatted(act.word());
            case SAME_CUSTODIAN -> "whoever asked cannot approve: another custodian of keys has to";
            case ALREADY_APPROVED ->
                    "it was approved before: ./yinxin custody %s give lets one of the two have the key"
                            .formatted(act.word());
            case NOT_APPROVED ->
                    "nobody has approved it yet: another custodian of keys types ./yinxin custody %s approve first"
                            .formatted(act.word());
            case NOT_ONE_OF_THE_TWO ->
                    "the key is given to the custodian who asked or to the one who approved, and to nobody else";
            case EXPIRED ->
                    "it was asked for more than 24 hours ago: ask again with ./yinxin custody %s ask"
                            .formatted(act.word());
            case ALREADY_USED ->
                    "the key was given on this approval before, which counts once: two custodians have to want it again"
                            + ", from ./yinxin custody %s ask on".formatted(act.word());
            case WRAPPING_KEY_MISSING ->
                    "the key is wrapped under a key that is not among yinxin.custody.wrapping-key-file and yinxin.custody.former-wrapping-keys of this machine: add it to the former ones, and give again; the approval is as it was";
            case FORM_UNAVAILABLE ->
                    "this installation cannot sign an envelope for this recipient: choose --form sm2, skf or skf-64";
        };
    }
}
