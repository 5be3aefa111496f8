package org.yinxin.hall.catalogue;

/** Ways by which a new agent takes the place of the one before (变更经办人). */
public enum HandoverWay {
    /** 法定代表人确认: a code that the recorded legal representative reads on their own mobile. */
    LEGAL_MOBILE,
    /** 盖章变更函: a letter with the unit's stamp, decided by an officer. */
    LETTER
}
