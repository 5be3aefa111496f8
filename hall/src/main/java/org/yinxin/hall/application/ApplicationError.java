package org.yinxin.hall.application;

import org.yinxin.hall.outcome.ErrorCode;

/** Why an application is not opened, changed, submitted, paid or produced. */
public enum ApplicationError implements ErrorCode {
    /** There is none, or it is somebody else's: the answer is the same. */
    NO_SUCH_APPLICATION(1301, Kind.NOT_FOUND),
    NO_SUCH_BUSINESS(1302, Kind.NOT_FOUND),
    /** There is none of that serial, or it is out of reach: the answer is the same. */
    NO_SUCH_CERTIFICATE(1340, Kind.NOT_FOUND),
    /** The business is about an existing certificate. */
    CERTIFICATE_WANTED(1341, Kind.INVALID),
    /** The business is about no existing certificate. */
    NOT_ABOUT_A_CERTIFICATE(1342, Kind.INVALID),
    CERTIFICATE_OF_ANOTHER_PLAN(1343, Kind.CONFLICT),
    /** Its keys were not proved to be on their medium. */
    CERTIFICATE_NOT_INSTALLED(1344, Kind.CONFLICT),
    /** It was revoked or replaced. */
    CERTIFICATE_ENDED(1345, Kind.CONFLICT),
    CERTIFICATE_ON_HOLD(1346, Kind.CONFLICT),
    /** It is valid, and the business is for others; its last day is the argument. */
    CERTIFICATE_STILL_GOOD(1347, Kind.CONFLICT),
    /** It has run out, and the business is for others; its last day is the argument. */
    CERTIFICATE_EXPIRED(1348, Kind.CONFLICT),
    /** The first day of the window and the certificate's last day are the arguments. */
    TOO_EARLY(1349, Kind.CONFLICT),
    /** The last day of the window and the certificate's last day are the arguments. */
    TOO_LATE(1350, Kind.CONFLICT),
    /** There is an open case about the certificate; its number is the argument. */
    CASE_ABOUT_IT(1351, Kind.CONFLICT),
    /** Nobody said whether there are unopened bids. */
    BIDS_NOT_ANSWERED(1352, Kind.INVALID),
    /** There are unopened bids, and the warning was not accepted. */
    BIDS_UNOPENED(1353, Kind.CONFLICT),
    /** No proof of a key is asked for now. */
    NO_KEY_WANTED(1354, Kind.CONFLICT),
    /** It was used, or its time is over. */
    CHALLENGE_OVER(1355, Kind.CONFLICT),
    /** The signature is not that key's over the challenge. */
    KEY_PROOF_WRONG(1356, Kind.INVALID),
    /** The key inserted has another certificate than was chosen; its serial and last day are the arguments. */
    ANOTHER_KEY(1357, Kind.CONFLICT),
    /** The plan allows one open case; its number is the argument. */
    OPEN_CASE_EXISTS(1303, Kind.CONFLICT),
    /** 单位证书只允许申请1条: the organisation has one already, or one is under way. */
    HOLDER_HAS_ONE(1304, Kind.CONFLICT),
    /** It was refused or is finished. */
    ENDED(1305, Kind.CONFLICT),
    /** After submission nothing is changed; after a return only what was returned. */
    NOT_CHANGEABLE(1306, Kind.CONFLICT),
    /** Answers to questions that are not asked, or longer than anything that is kept. */
    NOT_AN_ANSWER(1307, Kind.INVALID),
    /** The violations say what is missing or wrong. */
    INCOMPLETE(1308, Kind.INVALID),
    ALREADY_SUBMITTED(1309, Kind.CONFLICT),
    NO_SUCH_PAPER(1310, Kind.NOT_FOUND),
    NO_AGREEMENT(1311, Kind.NOT_FOUND),
    NOT_TO_BE_PAID(1312, Kind.CONFLICT),
    NOT_TO_BE_PRODUCED(1313, Kind.CONFLICT),
    /** The plan lets others produce. */
    NOT_A_MAKER(1314, Kind.FORBIDDEN),
    /** Only who applies can do this. */
    NOT_THE_SUBSCRIBER(1315, Kind.FORBIDDEN),
    /** Something else comes first. */
    NOT_YET(1316, Kind.CONFLICT),
    /** What was approved and what is filed differ: nothing is issued. */
    NOT_AS_APPROVED(1317, Kind.CONFLICT),
    /** The certificate was enabled for the project before. */
    ENABLED_BEFORE(1358, Kind.CONFLICT),
    /** The certificate is of this project already. */
    CERTIFICATE_OF_THIS_PLAN(1359, Kind.CONFLICT),
    /** The business has nothing to activate there. */
    NO_SUCH_ACTIVATION(1390, Kind.NOT_FOUND);

    private final int number;
    private final Kind kind;

    ApplicationError(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
