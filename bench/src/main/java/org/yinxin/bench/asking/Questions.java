package org.yinxin.bench.asking;

import static org.yinxin.bench.asking.Question.Reader.APPROVAL;
import static org.yinxin.bench.asking.Question.Reader.AUDITOR;
import static org.yinxin.bench.asking.Question.Reader.ENTRY;
import static org.yinxin.bench.asking.Question.Reader.FINANCE;
import static org.yinxin.bench.asking.Question.Reader.PRODUCER;
import static org.yinxin.bench.asking.Question.Reader.SUBSCRIBER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yinxin.bench.asking.Question.Asked;
import org.yinxin.bench.asking.Question.Face;
import org.yinxin.bench.asking.Question.Reader;
import org.yinxin.bench.rows.Samples;

/** Every list, queue, search and dashboard of the hall, as its page and as its call. */
final class Questions {

    private static final String NUMBER = "\\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}";

    /** A page shows rows in tables or cards; where the reader has typed a number, that number alone is no row. */
    private static final Pattern ROW = Pattern.compile("(?s)(<tbody|<article|<li).*" + NUMBER);

    private static final Pattern VALUE = Pattern.compile(NUMBER);
    private static final Pattern CARD = Pattern.compile("(?s)<article.*[0-9a-f]{32}");
    private static final Pattern ENTRY_OF_JOURNAL = Pattern.compile("(application|search):");
    private static final Pattern CHART = Pattern.compile("<svg|openByGate");

    /** A character of all names, a pair of many, and one of none. */
    private static final String FREQUENT = "测";

    private static final String FREQUENT_PAIR = "科技";
    private static final String ABSENT = "龘";

    private final List<Question> all = new ArrayList<>();
    private final Samples samples;
    private final String rarePlan;
    private final Door door;

    private Questions(Samples samples, String rarePlan, Door door) {
        this.samples = samples;
        this.rarePlan = rarePlan;
        this.door = door;
    }

    static List<Question> of(Samples samples, String rarePlan, Door door) {
        Questions questions = new Questions(samples, rarePlan, door);
        questions.queue();
        questions.lists();
        questions.searches();
        questions.ledger();
        questions.own();
        return List.copyOf(questions.all);
    }

    private void queue() {
        String queue = "/staff/reviews?state=";
        both("queue: waiting", ENTRY, queue + "waiting");
        later("queue: waiting, 5th page", ENTRY, queue + "waiting", 4);
        both("queue: entered", APPROVAL, queue + "entered");
        both("queue: decided", APPROVAL, queue + "decided");
        later("queue: decided, 5th page", APPROVAL, queue + "decided", 4);
        both("queue: late", ENTRY, queue + "waiting&late=true");
        both("queue: claimed by me", ENTRY, queue + "waiting&mine=true");
        both("queue: decided by me", APPROVAL, queue + "decided&mine=true");
        both("queue: of a rare plan", ENTRY, queue + "decided&plan=" + rarePlan);
        both("queue: refused for a reason", ENTRY, queue + "decided&reason=" + samples.reason());
        both("queue: decided since a day", ENTRY, queue + "decided&from=" + samples.longAgo());
        typed("queue: by case number", queue + "decided&q=", samples.decidedNumbers());
        typed("queue: by name", queue + "decided&q=", samples.decidedNames());
        typed("queue: by a frequent pair", queue + "waiting&q=", List.of(FREQUENT_PAIR));
        typed("queue: by one character", queue + "decided&q=", List.of(FREQUENT));
        nothing(
                "queue: by a character of none",
                ENTRY,
                queue + "decided&q=" + Door.encoded(ABSENT));
        nothing("queue: by a name of none", ENTRY, queue + "decided&q=" + Door.encoded("龙腾虎跃"));
    }

    private void lists() {
        both("at a gate", ENTRY, "/staff/applications?gate=FORM");
        later("at a gate, 5th page", ENTRY, "/staff/applications?gate=FORM", 4);
        both(
                "at a gate, of a rare plan",
                ENTRY,
                "/staff/applications?gate=" + samples.gateOf(rarePlan) + "&plan=" + rarePlan);
        both("productions", PRODUCER, "/staff/productions");
        later("productions, 2nd page", PRODUCER, "/staff/productions", 1);
        both("deliveries", PRODUCER, "/staff/deliveries");
        both("vouchers", FINANCE, "/staff/vouchers");
        both("payments", FINANCE, "/staff/payments");
        ask(
                "audit",
                AUDITOR,
                List.of("/staff/audit?journal=hall"),
                ENTRY_OF_JOURNAL,
                ENTRY_OF_JOURNAL);
        List<String> subjects =
                samples.caseNumbers().stream()
                        .map(number -> "/staff/audit?journal=hall&subject=application:" + number)
                        .toList();
        ask("audit: of a case", AUDITOR, subjects, ENTRY_OF_JOURNAL, ENTRY_OF_JOURNAL);
        ask("dashboard", ENTRY, List.of("/staff/dashboard"), CHART, CHART);
        ask(
                "dashboard of a rare plan",
                ENTRY,
                List.of("/staff/dashboard?plan=" + rarePlan),
                CHART,
                CHART);
    }

    private void searches() {
        search("search: case number", samples.caseNumbers());
        search("search: credit code", samples.creditCodes());
        search("search: mobile", samples.mobiles());
        search("search: identity number", samples.identityNumbers());
        search("search: name", samples.names());
        search("search: certificate", samples.serials());
        search("search: order", samples.orders());
        search("search: transaction", samples.transactions());
        search("search: what is not there", null);
        payments("payments: by case number", samples.paidNumbers());
        payments("payments: by transaction", samples.transactions());
        payments("payments: by order", samples.orders());
    }

    private void ledger() {
        String ledger = "/staff/certificates";
        both("ledger", AUDITOR, ledger);
        later("ledger, 20th page", AUDITOR, ledger, 19);
        both("ledger: of a day", AUDITOR, ledger + "?day=" + samples.day());
        typed("ledger: by serial", ledger + "?q=", samples.serials());
        typed(
                "ledger: by the first digits of a serial",
                ledger + "?q=",
                samples.serials().stream().map(each -> each.substring(0, 6)).toList());
        typed("ledger: by name", ledger + "?q=", samples.certified());
        typed("ledger: by credit code", ledger + "?q=", samples.certifiedCodes());
        typed("ledger: by case number", ledger + "?q=", samples.certifiedNumbers());
        typed("ledger: by a frequent pair", ledger + "?q=", List.of(FREQUENT_PAIR));
        typed("ledger: by one character", ledger + "?q=", List.of(FREQUENT));
        nothing("ledger: by a character of none", ENTRY, ledger + "?q=" + Door.encoded(ABSENT));
        nothing("ledger: by a name of none", ENTRY, ledger + "?q=" + Door.encoded("龙腾虎跃"));
    }

    private void own() {
        both("my applications", SUBSCRIBER, "/applications");
        ask("my certificates", SUBSCRIBER, List.of("/certificates"), CARD, VALUE);
        both("inbox", SUBSCRIBER, "/inbox");
        both("inbox, 2nd page", SUBSCRIBER, "/inbox?page=2");
    }

    /** Its page and its call have the same address but for the beginning. */
    private void both(String name, Reader reader, String path) {
        ask(name, reader, List.of(path), ROW, VALUE);
    }

    private void nothing(String name, Reader reader, String path) {
        ask(name, reader, List.of(path), null, null);
    }

    private void typed(String name, String path, List<String> texts) {
        ask(name, ENTRY, texts.stream().map(it -> path + Door.encoded(it)).toList(), ROW, VALUE);
    }

    private void later(String name, Reader reader, String path, int pages) {
        String there = door.later(reader, "/api/v1" + path, pages);
        ask(name, reader, List.of(there.substring("/api/v1".length())), ROW, VALUE);
    }

    private void ask(
            String name,
            Reader reader,
            List<String> paths,
            @Nullable Pattern page,
            @Nullable Pattern api) {
        add(name, reader, Face.PAGE, paths, UnaryOperator.identity(), page);
        add(name, reader, Face.API, paths, path -> "/api/v1" + path, api);
    }

    private void add(
            String name,
            Reader reader,
            Face face,
            List<String> paths,
            UnaryOperator<String> to,
            @Nullable Pattern answered) {
        List<Asked> asked = paths.stream().map(path -> new Asked(to.apply(path), null)).toList();
        all.add(new Question(name, reader, face, asked, answered));
    }

    private void search(String name, @Nullable List<String> known) {
        List<String> typed = known == null ? List.of("91990000MA99999999") : known;
        all.add(
                new Question(
                        name,
                        ENTRY,
                        Face.PAGE,
                        typed.stream().map(it -> new Asked("/staff/search", it)).toList(),
                        known == null ? null : ROW));
        all.add(
                new Question(
                        name,
                        ENTRY,
                        Face.API,
                        typed.stream()
                                .map(
                                        it ->
                                                new Asked(
                                                        "/api/v1/staff/search?q="
                                                                + Door.encoded(it),
                                                        null))
                                .toList(),
                        known == null ? null : VALUE));
    }

    /** The page shows what waits as well; the call has an address of its own. */
    private void payments(String name, List<String> typed) {
        List<String> texts = typed.stream().map(Door::encoded).toList();
        add(name, FINANCE, Face.PAGE, texts, it -> "/staff/payments?q=" + it, ROW);
        add(name, FINANCE, Face.API, texts, it -> "/api/v1/staff/payments/orders?q=" + it, VALUE);
    }
}
