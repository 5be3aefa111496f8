package org.yinxin.authority.key.pkcs11;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yinxin.authority.key.Connection;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.key.PinFile;

/**
 * A token for as long as the process runs, whatever becomes of its sessions.
 *
 * <p>When a token answers an error, sessions, login and keys are taken for lost; all are made anew, once, and it is asked again.
 * That covers sessions that were closed, a login that ended, a network device that was restarted. It does not cover a library
 * that has to be ended and initialised to see its device again: C_Finalize would take the sessions from everybody else in
 * this process, so the program has to be started again then, and the sentence says so. Nothing bounds the time that a call into the
 * library of a maker takes; set its own time-outs. Safe for use by several threads.
 */
final class LastingToken {

    private static final Logger LOG = LoggerFactory.getLogger(LastingToken.class);

    /** What is done with it. */
    interface Use<T> {
        T apply(Token token) throws TokenFault;
    }

    private final String name;
    private final PinFile pinFile;
    private final Connection<Token> connection;

    LastingToken(Pkcs11Settings settings, Clock clock) {
        this.name = "the token " + settings.token();
        this.pinFile = new PinFile(settings.pinFile());
        this.connection = new Connection<>(() -> Token.open(settings, pinFile), clock);
    }

    /**
     * Does it.
     *
     * @throws KeyStoreUnavailableException with a sentence that says what to do
     */
    <T> T use(Use<T> use) {
        Token token = connection.get();
        try {
            return use.apply(token);
        } catch (TokenFault first) {
            LOG.warn("{} failed ({}) and is connected anew", name, first.getMessage());
            Token renewed = connection.insteadOf(token);
            try {
                return use.apply(renewed);
            } catch (TokenFault second) {
                throw unavailable(second);
            }
        }
    }

    KeyStoreUnavailableException unavailable(TokenFault fault) {
        return fault.unavailable(name, pinFile.toString());
    }

    /** Such as {@code the token authority}. */
    @Override
    public String toString() {
        return name;
    }
}
