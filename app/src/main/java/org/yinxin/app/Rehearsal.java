package org.yinxin.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The visits of a rehearsal: what a person sees first, so that the code behind it is among what the VM notes. */
final class Rehearsal {

    private static final List<String> VISITS =
            List.of("/", "/sign-in", "/staff/sign-in", "/yinxin.css", "/openapi.json", "/?lang=en");

    private Rehearsal() {}

    static void visit(String address) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String visit : VISITS) {
                client.send(
                        HttpRequest.newBuilder(URI.create(address + visit)).build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new StartRefused("The rehearsed hall does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
