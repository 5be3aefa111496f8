package org.yinxin.authority.hierarchy;

import java.util.Optional;
import org.yinxin.authority.AuthorityCode;

/**
 * Which key of an authority this is. Each new key makes another row with the same name and a code of its own, because lists and
 * statuses of the older key go on under the addresses that its certificates carry.
 *
 * @param line the code of the first generation; orders and machines name the authority by it for ever
 * @param number from 1
 */
public record Generation(AuthorityCode line, int number) {

    public Generation {
        if (number < 1) {
            throw new IllegalArgumentException("generations are counted from 1");
        }
    }

    public static Generation first(AuthorityCode code) {
        return new Generation(code, 1);
    }

    public Generation next() {
        return new Generation(line, number + 1);
    }

    /** The code of this generation, such as {@code demo-g2}; empty when the line's is so long that there is none. */
    public Optional<AuthorityCode> code() {
        return number == 1 ? Optional.of(line) : AuthorityCode.read(line + "-g" + number);
    }
}
