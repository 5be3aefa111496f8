package org.yinxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/** What there is to do at each kind of gate; which one it is says the page that the application leads to. */
record ApplicantRooms(Page page, Stationery stationery, Telephone telephone, Album album) {

    static final String PIN = "Yx-test-2611";
    private static final String WEAK_PIN = "123456";

    /** Goes where the application leads, and does what is asked there. */
    void pass(String plan, String number) {
        String application = Moves.path(page);
        if (page.locator("form.pay #go").count() > 0) {
            pay();
            return;
        }
        Moves.next(page);
        String room = Moves.path(page).substring(application.length() + 1).replaceAll("/.*", "");
        switch (room) {
            case "form" -> fillIn(plan);
            case "agreement" -> agree();
            case "papers" -> handIn(plan);
            case "check" -> check();
            case "identity" -> identify(plan, number);
            case "bank-check" -> proveAccount();
            case "produce" -> produce();
            case "key" -> proveKey();
            case "unlock" -> unlock();
            case "activation" -> confirm("activation");
            default -> throw new AssertionError("nobody knows what to do at " + page.url());
        }
    }

    /** The form, page by page, until no further page follows. */
    private void fillIn(String plan) {
        while (Moves.path(page).contains("/form/")) {
            String here = Moves.path(page);
            stationery.fillIn(page);
            String title = plan + "-form-" + here.substring(here.lastIndexOf('/') + 1);
            album.look(page, title, "form " + Stationery.asked(page));
            Moves.primary(page);
            assertThat(Moves.path(page))
                    .as("the page is accepted: " + Moves.complaints(page))
                    .isNotEqualTo(here);
        }
    }

    private void agree() {
        page.locator("[name='agreed']").check();
        album.look(page, "agreement");
        Moves.primary(page);
    }

    private void handIn(String plan) {
        stationery.handIn(page);
        album.look(page, plan + "-papers", "papers " + Stationery.asked(page));
        Moves.primary(page);
    }

    private void check() {
        album.look(page, "check");
        Moves.primary(page);
    }

    /** By the first method offered, as most people do. */
    private void identify(String plan, String number) {
        String mobile = stationery.answer("agentMobile");
        int before = telephone.codes(mobile, number).size();
        Locator methods = page.locator("[name=method][type=radio]");
        if (methods.count() > 0) {
            methods.first().check();
        }
        album.look(page, plan + "-identity");
        Moves.primary(page);
        if (page.locator("#code").count() > 0) {
            album.look(page, "identity-code");
            page.locator("#code").fill(telephone.newCode(mobile, number, before));
            Moves.primary(page);
        }
        if (page.locator("#face").count() > 0) {
            album.look(page, "identity-face");
            telephone.look(page.locator("#face a[target=_blank]").getAttribute("href"));
            // The page may look by itself before it is told to.
            page.locator("#stage .notice.done").waitFor();
        }
        album.look(page, "identity-passed");
        assertThat(page.locator("#stage .notice.done").count())
                .as("the identity is proved: " + Moves.complaints(page))
                .isOne();
    }

    private void proveAccount() {
        String account = stationery.answer("bankAccount");
        int before = telephone.memos(account).size();
        page.locator("#accountName").fill(stationery.answer("organisationName"));
        page.locator("#accountNumber").fill(account);
        page.locator("#bank").fill(stationery.answer("bankName"));
        album.look(page, "bank-check");
        Moves.primary(page);
        String memo = telephone.newMemo(account, before);
        album.look(page, "bank-check-sent");
        page.locator("#memo").fill(memo);
        Moves.primary(page);
        album.look(page, "bank-check-passed");
    }

    /** Pays in the way that the page proposes: with the telephone, or by a bank transfer with a voucher. */
    private void pay() {
        boolean byTransfer =
                page.locator(
                                        "form.pay [name=channel][value=transfer]:checked,"
                                                + " form.pay input[type=hidden][name=channel][value=transfer]")
                                .count()
                        > 0;
        Moves.click(page, page.locator("form.pay button.primary"));
        if (byTransfer) {
            sendVoucher();
        } else {
            payByTelephone();
        }
    }

    private void sendVoucher() {
        album.look(page, "order-transfer");
        FilePayload voucher = Stationery.picture("voucher", "image/png");
        page.locator("#voucher").setInputFiles(voucher);
        Moves.click(page, page.locator("form[action$='/voucher'] button[type=submit]"));
        album.look(page, "order-voucher");
    }

    private void payByTelephone() {
        album.look(page, "order");
        Page tab = page.context().newPage();
        Locator link = page.locator("a[href*='/demo/wechat']");
        tab.navigate(java.net.URI.create(page.url()).resolve(link.getAttribute("href")).toString());
        album.look(tab, "test-telephone");
        Moves.primary(tab);
        tab.close();
        page.locator(".notice.done").waitFor();
        album.look(page, "order-settled");
    }

    void produce() {
        Locator pins = page.locator("#key-form input[type=password]");
        pins.first().waitFor();
        album.look(page, "produce");
        pins.all().forEach(pin -> pin.fill(PIN));
        leave("#key-form button.primary");
    }

    private void proveKey() {
        page.locator("#prove-pin").waitFor();
        album.look(page, "key");
        page.locator("#prove-pin").fill(PIN);
        leave("#prove-form button.primary");
    }

    private void unlock() {
        Locator send = page.locator("#unlock-send");
        if (send.count() > 0) {
            String mobile = stationery.answer("agentMobile");
            int before = telephone.codes(mobile, "").size();
            album.look(page, "unlock-code");
            send.click();
            page.locator("#code").fill(telephone.newCode(mobile, "", before));
            page.locator("#unlock-code button[type=submit]").click();
        }
        page.locator("#pin").waitFor();
        album.look(page, "unlock");
        newPin(WEAK_PIN);
        page.locator("#unlock-form button.primary").click();
        page.locator("#pin-error:visible").waitFor();
        album.look(page, "unlock-weak-pin");
        newPin(PIN);
        leave("#unlock-form button.primary");
    }

    private void newPin(String pin) {
        for (String field : List.of("#pin", "#pin-again")) {
            page.locator(field).fill(pin);
        }
    }

    private void confirm(String name) {
        album.look(page, name);
        Moves.primary(page);
    }

    /** A page whose script does the work leads away when all is done. */
    private void leave(String button) {
        String here = page.url();
        page.locator(button).click();
        page.waitForURL(url -> !url.equals(here));
        page.waitForLoadState();
    }
}
