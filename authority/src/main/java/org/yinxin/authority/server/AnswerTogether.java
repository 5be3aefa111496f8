package org.yinxin.authority.server;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.yinxin.authority.AuthorityCode;
import org.yinxin.authority.CertificateStatus;
import org.yinxin.authority.key.KeyStoreUnavailableException;
import org.yinxin.authority.status.AnswerOcsp;
import org.yinxin.authority.status.AnswerOcsp.Reading;
import org.yinxin.authority.status.OcspReply;
import org.yinxin.authority.status.StatusLookup;
import org.yinxin.pki.certificate.SerialNumber;
import org.yinxin.pki.ocsp.OcspError;

/** Answers the questions that are at hand with one look-up for each authority. Safe for use by several threads. */
public final class AnswerTogether {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerTogether.class);

    private final AnswerOcsp ocsp;
    private final StatusLookup statuses;
    private final @Nullable SignedAhead ahead;

    /**
     * Puts the parts together.
     *
     * @param ahead answers that are kept; null to sign each live
     */
    public AnswerTogether(AnswerOcsp ocsp, StatusLookup statuses, @Nullable SignedAhead ahead) {
        this.ocsp = ocsp;
        this.statuses = statuses;
        this.ahead = ahead;
    }

    /** A question, as somebody sent it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Asked(AuthorityCode authority, byte[] question) {}

    /** The answers in the order of the questions; empty for an authority that is not here. */
    List<Optional<OcspReply>> answer(List<Asked> all) {
        List<Optional<OcspReply>> replies = new ArrayList<>(all.size());
        Map<Integer, Reading.Question> open = new HashMap<>();
        for (Asked asked : all) {
            OcspReply kept = ahead == null ? null : ahead.find(asked);
            replies.add(kept != null ? Optional.of(kept) : read(asked, replies.size(), open));
        }
        if (!open.isEmpty()) {
            settle(all, open, replies);
        }
        return replies;
    }

    private Optional<OcspReply> read(Asked asked, int at, Map<Integer, Reading.Question> open) {
        try {
            return ocsp.read(asked.authority(), asked.question())
                    .map(
                            reading ->
                                    switch (reading) {
                                        case Reading.Settled(OcspReply reply) -> reply;
                                        case Reading.Question question -> {
                                            open.put(at, question);
                                            yield OcspReply.error(OcspError.TRY_LATER);
                                        }
                                    });
        } catch (DataAccessException e) {
            return Optional.of(later(e));
        }
    }

    private void settle(
            List<Asked> all, Map<Integer, Reading.Question> open, List<Optional<OcspReply>> to) {
        try {
            // Asked before the look-up: an answer that is older than a change is not kept.
            Map<AuthorityCode, Long> changes = ahead == null ? Map.of() : ahead.changes();
            var found = find(open.values());
            open.forEach(
                    (at, question) -> {
                        AuthorityCode code = question.authority().code();
                        var own = found.getOrDefault(code, Map.of());
                        OcspReply reply = ocsp.reply(question, own);
                        if (ahead != null && reply.cacheable() && areIssued(question, own)) {
                            ahead.keep(all.get(at), question, reply, changes.get(code));
                        }
                        to.set(at, Optional.of(reply));
                    });
        } catch (DataAccessException | KeyStoreUnavailableException e) {
            later(e); // which all of them hold already
        }
    }

    // What was not issued yet may be in a moment, and no change of a status tells.
    private static boolean areIssued(
            Reading.Question question, Map<SerialNumber, CertificateStatus> found) {
        return question.asked().size() == question.request().certificates().size()
                && question.asked().stream()
                        .noneMatch(
                                serial -> found.get(serial) instanceof CertificateStatus.Unknown);
    }

    private Map<AuthorityCode, Map<SerialNumber, CertificateStatus>> find(
            Collection<Reading.Question> open) {
        Map<AuthorityCode, Set<SerialNumber>> asked = new HashMap<>();
        for (Reading.Question question : open) {
            asked.computeIfAbsent(question.authority().code(), _ -> new HashSet<>())
                    .addAll(question.asked());
        }
        Map<AuthorityCode, Map<SerialNumber, CertificateStatus>> found = new HashMap<>();
        asked.forEach(
                (authority, serials) ->
                        found.put(
                                authority,
                                serials.isEmpty() ? Map.of() : statuses.find(authority, serials)));
        return found;
    }

    private static OcspReply later(RuntimeException e) {
        LOG.warn("statuses cannot be told now: {}", e.getMessage());
        return OcspReply.error(OcspError.TRY_LATER);
    }
}
