package org.yinxin.bench.fuzz;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.yinxin.authority.AuthorityCode;

/** Enrolment over EST (RFC 7030); what is broken is the request inside the Base64, or the Base64. */
final class EstTarget implements Target {

    private static final int OK = 200;

    private final Door door;
    private final AuthorityCode authority;
    private final MachineClient machine;

    EstTarget(Door door, AuthorityCode authority, MachineClient machine) {
        this.door = door;
        this.authority = authority;
        this.machine = machine;
    }

    @Override
    public List<byte[]> seeds() {
        byte[] request = machine.request();
        return List.of(request, request, request, Base64.getMimeEncoder().encode(request));
    }

    @Override
    public String feed(byte[] input) throws Crash {
        boolean encoded = input.length > 0 && input[0] == 'M';
        HttpResponse<byte[]> answer =
                door.post(
                        "/.well-known/est/" + authority + "/simpleenroll",
                        encoded ? input : Base64.getMimeEncoder().encode(input),
                        "Content-Type",
                        "application/pkcs10",
                        "Authorization",
                        machine.basicCredentials());
        return "HTTP "
                + answer.statusCode()
                + (answer.statusCode() == OK
                        ? ""
                        : " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
}
