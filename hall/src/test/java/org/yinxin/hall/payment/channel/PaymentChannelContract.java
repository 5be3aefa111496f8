package org.yinxin.hall.payment.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yinxin.hall.catalogue.Money;

/** What the hall relies on, whatever the channel. */
public abstract class PaymentChannelContract {

    private final Bill bill = bill(Money.yuan("280"));

    protected abstract PaymentChannel channel();

    /** Somebody scans the code and pays. */
    protected abstract void pay(String code);

    /** Until now the channel answered; from now on it does not. */
    protected abstract void fallSilent();

    @Test
    void the_same_bill_gives_the_same_code() {
        assertThat(channel().offer(bill)).isEqualTo(channel().offer(bill));
    }

    @Test
    void a_number_is_used_up_by_another_amount() {
        channel().offer(bill);
        Bill other = new Bill(bill.number(), bill.description(), Money.yuan("1"), bill.expires());
        assertThat(channel().offer(other)).isEqualTo(new Offer.UsedUp());
    }

    @Test
    void an_offered_attempt_is_unpaid_until_it_is_paid() {
        String code = code(channel().offer(bill));
        assertThat(channel().ask(bill.number())).isEqualTo(new Standing.Unpaid());
        pay(code);
        assertThat(channel().ask(bill.number()))
                .isInstanceOfSatisfying(
                        Standing.Paid.class,
                        paid -> {
                            assertThat(paid.payment().number()).isEqualTo(bill.number().text());
                            assertThat(paid.payment().fen()).isEqualTo(28_000);
                            assertThat(paid.payment().currency()).isEqualTo("CNY");
                            assertThat(paid.payment().transaction()).isNotBlank();
                        });
    }

    @Test
    void a_paid_attempt_is_neither_offered_nor_closed_again() {
        pay(code(channel().offer(bill)));
        assertThat(channel().offer(bill)).isEqualTo(new Offer.AlreadyPaid());
        assertThat(channel().close(bill.number())).isEqualTo(new Closing.AlreadyPaid());
    }

    @Test
    void a_closed_attempt_stays_closed() {
        channel().offer(bill);
        assertThat(channel().close(bill.number())).isEqualTo(new Closing.Closed());
        assertThat(channel().close(bill.number())).isEqualTo(new Closing.Closed());
        assertThat(channel().ask(bill.number())).isEqualTo(new Standing.Closed());
        assertThat(channel().offer(bill)).isEqualTo(new Offer.UsedUp());
    }

    @Test
    void a_number_never_offered_is_unknown_and_closing_it_is_no_fault() {
        assertThat(channel().ask(bill.number())).isEqualTo(new Standing.Unknown());
        assertThat(channel().close(bill.number())).isEqualTo(new Closing.Closed());
    }

    @Test
    void silence_is_a_value_and_no_exception() {
        fallSilent();
        assertThat(channel().offer(bill)).isInstanceOf(Offer.Unavailable.class);
        assertThat(channel().ask(bill.number())).isInstanceOf(Standing.Unavailable.class);
        assertThat(channel().close(bill.number())).isInstanceOf(Closing.Unavailable.class);
    }

    protected static Bill bill(Money amount) {
        return new Bill(
                AttemptNumber.of(UUID.randomUUID()),
                "单位证书 新办",
                amount,
                Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS));
    }

    protected static String code(Offer offer) {
        assertThat(offer).isInstanceOf(Offer.Code.class);
        return ((Offer.Code) offer).codeUrl();
    }
}
