package org.yinxin.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who applies in the browser, and knows of a business nothing but what the pages show. */
final class Applicant {

    /** More steps than any business has: whoever takes more goes round in a circle. */
    private static final int STEPS = 40;

    private static final String OFFICE = "office";
    private static final String NOTHING = "nothing";

    private final Page page;
    private final String hall;
    private final Stationery stationery;
    private final Telephone telephone;
    private final Album album;
    private final ApplicantRooms rooms;
    private String plan = "";

    Applicant(Page page, String hall, Stationery stationery, Album album) {
        this.page = page;
        this.hall = hall;
        this.stationery = stationery;
        this.album = album;
        telephone = new Telephone(hall);
        rooms = new ApplicantRooms(page, stationery, telephone, album);
    }

    Page page() {
        return page;
    }

    /** From the home page to the sign-in, and on to the application that was asked for. */
    String open(String wanted, String business) {
        plan = wanted;
        page.navigate(hall + "/");
        album.look(page, "home");
        Moves.click(page, page.locator(".cards a[href='/businesses/" + plan + "']"));
        album.look(page, plan + "-businesses");
        Moves.click(
                page,
                page.locator("a[href*='plan=" + plan + "'][href$='business=" + business + "']"));
        signIn();
        album.look(page, business + "-new");
        Moves.primary(page);
        return number();
    }

    /** Opens a business about the certificate whose page is shown. */
    String openAbout(String wanted, String business) {
        plan = wanted;
        Moves.click(page, page.locator("a[href*='business=" + business + "&']"));
        if (page.locator("[name=openBids]").count() > 0) {
            page.locator("[name=openBids][value=false]").check();
        }
        album.look(page, plan + "-" + business + "-new");
        Moves.primary(page);
        return number();
    }

    /** Opens a page of one's own, with the sign-in before it. */
    void signInAt(String path) {
        page.navigate(hall + path);
        signIn();
    }

    private void signIn() {
        if (page.locator("#mobile").count() == 0) {
            return;
        }
        String mobile = stationery.answer("agentMobile");
        int before = telephone.codes(mobile, "").size();
        page.locator("#mobile").fill(mobile);
        album.look(page, "sign-in");
        Moves.primary(page);
        album.look(page, "code");
        page.locator("#code").fill(telephone.newCode(mobile, "", before));
        Moves.primary(page);
    }

    /** Does what the application asks for, step by step, with the office's part between; ends when nothing is left. */
    String walk(Office office) {
        String number = number();
        for (int step = 0; step < STEPS; step++) {
            page.navigate(hall + "/applications/" + number);
            look();
            switch (next()) {
                case NOTHING -> {
                    return status();
                }
                case OFFICE -> office.serve(number);
                default -> rooms.pass(plan, number);
            }
        }
        throw new AssertionError("after " + STEPS + " steps the application stands at " + status());
    }

    /** An application looks another way for each kind of step that is next. */
    private void look() {
        album.look(
                page,
                "application-" + plan + "-" + status(),
                "application " + next() + page.locator("form.pay").count());
    }

    /** Where the next step leads to; or that it is the office's, or that there is none. */
    private String next() {
        if (page.locator("form.pay #go").count() > 0) {
            return "pay";
        }
        Locator go = page.locator("#go");
        if (go.count() > 0) {
            return go.getAttribute("href").split("/", -1)[3];
        }
        return page.locator("#live p.step").count() > 0 ? OFFICE : NOTHING;
    }

    /** Does the applicant's own steps until the office has to do something. */
    void walkToTheOffice() {
        String number = number();
        for (int step = 0; step < STEPS; step++) {
            page.navigate(hall + "/applications/" + number);
            if (page.locator("#go").count() == 0) {
                return;
            }
            rooms.pass(plan, number);
        }
        throw new AssertionError("after " + STEPS + " steps the application stands at " + status());
    }

    /** The page of one of the certificates that were issued; the one that the case is about stands apart from them. */
    String firstCertificate() {
        Locator certificate = page.locator("#live ul a[href^='/certificates/']").first();
        String serial = certificate.getAttribute("href").replaceAll(".*/", "");
        Moves.click(page, certificate);
        album.look(page, "certificate");
        return serial;
    }

    String status() {
        return page.locator("#status").innerText();
    }

    String number() {
        String path = Moves.path(page);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
