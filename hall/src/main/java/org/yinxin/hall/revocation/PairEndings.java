package org.yinxin.hall.revocation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinxin.hall.catalogue.Deed;

/** What the hall itself knows of the end of a pair, for those who cannot ask the authority inside their transaction. */
@Component
public class PairEndings {

    private final Endings endings;

    PairEndings(Endings endings) {
        this.endings = endings;
    }

    /**
     * The last thing that was asked for a pair and not refused; empty when it stands as it was issued. Nothing else is asked
     * until the transaction ends.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Deed> last(UUID pair) {
        endings.lock(pair);
        List<Ending> live = endings.live(pair);
        return live.isEmpty() ? Optional.empty() : Optional.of(live.getLast().deed());
    }
}
