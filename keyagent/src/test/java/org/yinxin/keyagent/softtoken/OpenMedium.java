package org.yinxin.keyagent.softtoken;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yinxin.keyagent.TestPair;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.Pin;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.name.SubjectName;

/** A medium in a temporary folder, with three tries of a PIN. */
abstract class OpenMedium {

    static final Pin PIN = new Pin("Yx-2611!");
    static final Pin WRONG = new Pin("Yx-2612!");
    static final SubjectName SUBJECT = new SubjectName("CN", null, null, "星河", List.of(), "星河");

    @TempDir Path folder;
    SoftTokens medium;

    @BeforeEach
    void open() throws IOException {
        medium = SoftTokens.open(folder, 3, TestPair.RANDOM);
    }

    @AfterEach
    void close() throws IOException {
        medium.close();
    }

    TokenId token() {
        return done(medium.makeToken("测试介质", PIN)).id();
    }

    ContainerView container(TokenId token) {
        return done(medium.makeContainer(token, PIN, SUBJECT));
    }

    KeyAnswer<ContainerView> install(TokenId token, ContainerView container, TestPair p) {
        return install(token, container, p.signCertificate, p.encryptionCertificate, p.envelope);
    }

    KeyAnswer<ContainerView> install(
            TokenId token,
            ContainerView container,
            byte[] sign,
            byte[] encryption,
            Sm2EnvelopedKey envelope) {
        return medium.install(token, container.id(), PIN, sign, encryption, envelope);
    }

    static <T> T done(KeyAnswer<T> answer) {
        return switch (answer) {
            case KeyAnswer.Done<T>(T value) -> value;
            case KeyAnswer.Refused<T>(KeyRefusal reason, _) -> throw new AssertionError(reason);
        };
    }

    static <T> KeyRefusal refused(KeyAnswer<T> answer) {
        return switch (answer) {
            case KeyAnswer.Done<T> _ -> throw new AssertionError("done");
            case KeyAnswer.Refused<T>(KeyRefusal reason, _) -> reason;
        };
    }
}
