package org.yinxin.hall.identification;

import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yinxin.hall.code.MobileNumber;
import org.yinxin.hall.privacy.ColumnCipher;

/**
 * Tells whether two subjects are the same without keeping either: a form may be changed while somebody is being
 * identified, and then the proof is about what it said before.
 */
@Component
public class SubjectDigests {

    private final ColumnCipher cipher;

    SubjectDigests(ColumnCipher cipher) {
        this.cipher = cipher;
    }

    /** A keyed digest; the same for the same answers. */
    public String of(Subject subject) {
        MobileNumber mobile = subject.mobile();
        String text =
                Stream.of(
                                subject.name(),
                                subject.identityNumber(),
                                mobile == null ? null : mobile.value(),
                                subject.creditCode(),
                                subject.organisation())
                        .map(each -> each == null ? "" : each)
                        .collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(cipher.blindIndex("identification-subject:" + text));
    }

    /** An organisation whose account is proved. */
    public String of(String organisation) {
        return of(new Subject(null, null, null, null, organisation));
    }
}
