package org.yinxin.hall.token;

import org.yinxin.hall.outcome.ErrorCode;

/** Why a key medium is not unlocked. */
public enum TokenError implements ErrorCode {
    /** Nothing is to be unlocked for that case, or it is somebody else's. */
    NO_SUCH_UNLOCKING(2401, Kind.NOT_FOUND),
    /** The plan does not offer this way. */
    NOT_THIS_WAY(2402, Kind.FORBIDDEN),
    NOT_AN_OFFICER(2403, Kind.FORBIDDEN),
    /** It was not granted, or the grant is over. */
    NOT_GRANTED(2404, Kind.CONFLICT),
    /** The question of the medium cannot be read. */
    QUESTION_UNREADABLE(2405, Kind.INVALID),
    /** The medium that asks is not the one that holds the certificate. */
    ANOTHER_MEDIUM(2406, Kind.CONFLICT),
    /** The grant has answered another question. */
    ANSWERED_ALREADY(2407, Kind.CONFLICT),
    /** The proof is not a signature of the certificate's key over the text that was given. */
    PROOF_WRONG(2408, Kind.INVALID),
    /** Two people: whoever took the case in at the counter does not grant it. */
    RECEIVED_BY_YOURSELF(2409, Kind.FORBIDDEN),
    /** Whoever applies is told why it is refused. */
    NO_WORDS(2410, Kind.INVALID),
    /** The link is of before, was used, or is over. */
    LINK_OVER(2411, Kind.INVALID),
    LINK_JUST_SENT(2412, Kind.CONFLICT);

    private final int number;
    private final Kind kind;

    TokenError(int number, Kind kind) {
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
