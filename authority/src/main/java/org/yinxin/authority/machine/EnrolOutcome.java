package org.yinxin.authority.machine;

import org.yinxin.authority.IssuanceRefusal;
import org.yinxin.authority.IssuedCertificate;

/** What became of an enrolment. Each refusal has a sentence for whoever looks after the machine. */
public sealed interface EnrolOutcome {

    record Enrolled(IssuedCertificate certificate) implements EnrolOutcome {}

    /** The machine is closed, its time is over, it has all its certificates, or has none to renew. */
    record NotEntitled(String sentence) implements EnrolOutcome {}

    /** The request names somebody else. */
    record WrongSubject(String sentence) implements EnrolOutcome {}

    /** The authority refused the order. */
    record NotIssued(IssuanceRefusal reason, String sentence) implements EnrolOutcome {}
}
