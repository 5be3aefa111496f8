package org.yinxin.keyagent.softtoken;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yinxin.keyagent.medium.ContainerId;
import org.yinxin.keyagent.medium.ContainerView;
import org.yinxin.keyagent.medium.HallKeys;
import org.yinxin.keyagent.medium.IncomingPair;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyMedium;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.Pin;
import org.yinxin.keyagent.medium.TokenId;
import org.yinxin.keyagent.medium.TokenView;
import org.yinxin.keyagent.medium.UnlockChallenge;
import org.yinxin.pki.envelope.EnvelopeException;
import org.yinxin.pki.envelope.Sm2EnvelopedKey;
import org.yinxin.pki.key.KeyAlgorithm;
import org.yinxin.pki.key.KeyPairs;
import org.yinxin.pki.key.PublicKeys;
import org.yinxin.pki.key.SoftwareSigningKey;
import org.yinxin.pki.name.SubjectName;
import org.yinxin.pki.request.SigningRequests;

/** The soft tokens in one folder. Calls go one after another: it is one person's computer, and deriving a key takes memory. */
public final class SoftTokens implements KeyMedium, AutoCloseable {

    private static final int MOST_TOKENS = 100;
    private static final int MOST_CONTAINERS = 50;
    private static final int SALT_BYTES = 16;
    private static final int MASTER_KEY_BYTES = 32;
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Cs}]{1,40}");

    private final Folder folder;
    private final TokenFiles files;
    private final int tries;
    private final SecureRandom random;
    private final UnlockQuestions questions;
    private final ReentrantLock turn = new ReentrantLock();

    private SoftTokens(Folder folder, int tries, SecureRandom random) {
        this.folder = folder;
        this.files = new TokenFiles(folder);
        this.tries = tries;
        this.random = random;
        this.questions = new UnlockQuestions(random);
    }

    /**
     * Opens the tokens of a folder.
     *
     * @param tries how many wrong PINs lock a token made from now on
     * @throws IOException also when another agent uses the folder
     */
    public static SoftTokens open(Path folder, int tries, SecureRandom random) throws IOException {
        return open(Folder.open(folder), tries, random);
    }

    static SoftTokens open(Folder folder, int tries, SecureRandom random) {
        return new SoftTokens(folder, tries, random);
    }

    @Override
    public String kind() {
        return "soft";
    }

    @Override
    public List<TokenView> tokens() {
        return files.all().stream().map(this::view).toList();
    }

    @Override
    public KeyAnswer<List<ContainerView>> containers(TokenId token) {
        return files.find(token)
                .map(file -> file.containers().stream().map(Containers::view).toList());
    }

    @Override
    public KeyAnswer<ContainerView> container(TokenId token, ContainerId container) {
        return files.find(token)
                .flatMap(file -> Containers.one(file, container))
                .map(Containers::view);
    }

    @Override
    public KeyAnswer<TokenView> makeToken(String label, Pin pin) {
        if (label.isBlank() || !LABEL.matcher(label).matches()) {
            return KeyAnswer.refused(KeyRefusal.UNFIT_LABEL);
        }
        if (!pin.fit()) {
            return KeyAnswer.refused(KeyRefusal.UNFIT_PIN);
        }
        turn.lock();
        try {
            if (files.all().size() >= MOST_TOKENS) {
                return KeyAnswer.refused(KeyRefusal.FULL);
            }
            String id = newId();
            byte[] salt = octets(SALT_BYTES);
            byte[] masterKey = octets(MASTER_KEY_BYTES);
            byte[] sealed =
                    SealedSecret.seal(PinKey.derive(pin, salt), masterKey, master(id), random);
            TokenFile file =
                    new TokenFile(
                            TokenFile.FORMAT,
                            id,
                            label.strip(),
                            0,
                            tries,
                            salt,
                            sealed,
                            List.of(),
                            null);
            files.write(file);
            Arrays.fill(masterKey, (byte) 0);
            return KeyAnswer.done(view(file));
        } finally {
            turn.unlock();
        }
    }

    @Override
    public KeyAnswer<TokenView> pinHall(TokenId token, Pin pin, HallKeys hall) {
        return unlocked(
                token,
                pin,
                open -> {
                    Recovery pinned = open.file().recovery();
                    if (pinned != null) {
                        return pinned.hall().equals(Optional.of(hall))
                                ? KeyAnswer.done(view(open.file()))
                                : KeyAnswer.refused(KeyRefusal.ANOTHER_HALL);
                    }
                    TokenFile file =
                            open.file()
                                    .with(
                                            Recovery.make(
                                                    hall, open.file(), open.masterKey(), random));
                    files.write(file);
                    return KeyAnswer.done(view(file));
                });
    }

    @Override
    public KeyAnswer<UnlockChallenge> askUnlock(TokenId token) {
        turn.lock();
        try {
            return files.find(token)
                    .flatMap(
                            file -> {
                                Recovery pinned = file.recovery();
                                return pinned == null
                                        ? KeyAnswer.refused(KeyRefusal.NO_HALL)
                                        : KeyAnswer.done(questions.ask(file, pinned));
                            });
        } finally {
            turn.unlock();
        }
    }

    @Override
    public KeyAnswer<TokenView> unlock(
            TokenId token, byte[] statement, byte[] signature, Pin newPin) {
        if (!newPin.fit()) {
            return KeyAnswer.refused(KeyRefusal.UNFIT_PIN);
        }
        turn.lock();
        try {
            return files.find(token).flatMap(file -> unlock(file, statement, signature, newPin));
        } finally {
            turn.unlock();
        }
    }

    private KeyAnswer<TokenView> unlock(
            TokenFile file, byte[] statement, byte[] signature, Pin newPin) {
        Recovery pinned = file.recovery();
        if (pinned == null) {
            return KeyAnswer.refused(KeyRefusal.NO_HALL);
        }
        if (!questions.asked(file.id())) {
            return KeyAnswer.refused(KeyRefusal.NOT_ASKED);
        }
        Optional<byte[]> masterKey =
                pinned.hall()
                        .flatMap(
                                hall ->
                                        questions.share(
                                                file.id(), hall.signing(), statement, signature))
                        .flatMap(share -> pinned.open(share, file.id()));
        if (masterKey.isEmpty()) {
            return KeyAnswer.refused(KeyRefusal.GRANT_FORGED);
        }
        byte[] salt = octets(SALT_BYTES);
        byte[] sealed =
                SealedSecret.seal(
                        PinKey.derive(newPin, salt), masterKey.get(), master(file.id()), random);
        TokenFile reset = Recovery.renew(file.withPin(salt, sealed), masterKey.get(), random);
        files.write(reset);
        questions.forget(file.id());
        Arrays.fill(masterKey.get(), (byte) 0);
        return KeyAnswer.done(view(reset));
    }

    @Override
    public KeyAnswer<ContainerView> makeContainer(TokenId token, Pin pin, SubjectName subject) {
        return unlocked(
                token,
                pin,
                open -> {
                    if (open.file().containers().size() >= MOST_CONTAINERS) {
                        return KeyAnswer.refused(KeyRefusal.FULL);
                    }
                    String id = newId();
                    KeyPair pair = KeyPairs.generate(KeyAlgorithm.SM2, random);
                    byte[] request =
                            SigningRequests.build(new SoftwareSigningKey(pair, random), subject);
                    TokenFile.Container made =
                            new TokenFile.Container(
                                    id,
                                    PublicKeys.sm2Point(pair.getPublic()),
                                    open.seal(pair, open.place(id, "sign"), random),
                                    request,
                                    null,
                                    null,
                                    null);
                    files.write(open.file().with(made));
                    return KeyAnswer.done(Containers.view(made));
                });
    }

    @Override
    public KeyAnswer<ContainerView> install(
            TokenId token,
            ContainerId container,
            Pin pin,
            byte[] signCertificate,
            byte[] encryptionCertificate,
            Sm2EnvelopedKey envelope) {
        return IncomingPair.read(signCertificate, encryptionCertificate)
                .flatMap(
                        keys ->
                                unlocked(
                                        token,
                                        pin,
                                        open ->
                                                Containers.one(open.file(), container)
                                                        .flatMap(
                                                                box ->
                                                                        install(
                                                                                open,
                                                                                box,
                                                                                keys,
                                                                                signCertificate,
                                                                                encryptionCertificate,
                                                                                envelope))));
    }

    private KeyAnswer<ContainerView> install(
            OpenToken open,
            TokenFile.Container box,
            IncomingPair keys,
            byte[] signCertificate,
            byte[] encryptionCertificate,
            Sm2EnvelopedKey envelope) {
        if (box.signCertificate() != null && !box.holds(signCertificate, encryptionCertificate)) {
            return KeyAnswer.refused(KeyRefusal.OTHER_CERTIFICATES_INSTALLED);
        }
        Optional<KeyPair> signing = open.signingPair(box);
        if (signing.isEmpty()) {
            return KeyAnswer.refused(KeyRefusal.DAMAGED);
        }
        if (!signing.get().getPublic().equals(keys.signingKey())) {
            return KeyAnswer.refused(KeyRefusal.CERTIFICATE_OF_ANOTHER_KEY);
        }
        if (!envelope.publicKey().equals(keys.encryptionKey())) {
            return KeyAnswer.refused(KeyRefusal.ENVELOPE_NOT_OF_CERTIFICATE);
        }
        KeyPair encryption;
        try {
            encryption = envelope.open(signing.get().getPrivate());
        } catch (EnvelopeException e) {
            return KeyAnswer.refused(Containers.refusalOf(e.fault()));
        }
        TokenFile.Container full =
                box.with(
                        signCertificate,
                        encryptionCertificate,
                        open.seal(encryption, open.place(box.id(), "encrypt"), random));
        files.write(Recovery.renew(open.file().with(full), open.masterKey(), random));
        return KeyAnswer.done(Containers.view(full));
    }

    @Override
    public KeyAnswer<byte[]> sign(TokenId token, ContainerId container, Pin pin, byte[] content) {
        return unlocked(
                token,
                pin,
                open ->
                        Containers.one(open.file(), container)
                                .flatMap(box -> Containers.orDamaged(open.signingPair(box)))
                                .map(pair -> new SoftwareSigningKey(pair, random).sign(content)));
    }

    @Override
    public KeyAnswer<byte[]> decrypt(TokenId token, ContainerId container, Pin pin, byte[] cipher) {
        return unlocked(
                token,
                pin,
                open ->
                        Containers.one(open.file(), container)
                                .flatMap(box -> open.decrypt(box, cipher)));
    }

    /** Counts the try on the disk before it is made, so that ending the program does not give tries back. */
    private <T> KeyAnswer<T> unlocked(
            TokenId token, Pin pin, Function<OpenToken, KeyAnswer<T>> use) {
        turn.lock();
        try {
            return files.find(token).flatMap(file -> unlock(file, pin)).flatMap(use);
        } finally {
            turn.unlock();
        }
    }

    private KeyAnswer<OpenToken> unlock(TokenFile file, Pin pin) {
        if (file.locked()) {
            return new KeyAnswer.Refused<>(KeyRefusal.PIN_LOCKED, 0);
        }
        TokenFile counted = file.withFailures(file.failures() + 1);
        files.write(counted);
        byte[] pinKey = PinKey.derive(pin, file.salt());
        Optional<byte[]> masterKey = SealedSecret.open(pinKey, file.masterKey(), master(file.id()));
        if (masterKey.isEmpty()) {
            return new KeyAnswer.Refused<>(
                    counted.locked() ? KeyRefusal.PIN_LOCKED : KeyRefusal.WRONG_PIN,
                    counted.triesLeft());
        }
        TokenFile cleared = file.withFailures(0);
        files.write(cleared);
        return KeyAnswer.done(new OpenToken(cleared, masterKey.get()));
    }

    private TokenView view(TokenFile file) {
        return new TokenView(
                new TokenId(file.id()),
                kind(),
                file.label(),
                file.triesLeft(),
                file.containers().size(),
                file.recovery() != null);
    }

    private static String master(String id) {
        return "token/" + id + "/master";
    }

    private String newId() {
        return "k" + new BigInteger(60, random).toString(36);
    }

    private byte[] octets(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
