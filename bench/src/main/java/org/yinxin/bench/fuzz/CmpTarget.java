package org.yinxin.bench.fuzz;

import java.net.http.HttpResponse;
import java.util.List;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.ErrorMsgContent;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIMessage;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.yinxin.authority.AuthorityCode;

/**
 * Messages of machines (RFC 9810). Hardly a broken message gets beyond its protection, so in the second form the body alone is
 * broken, and protected as it is then.
 */
final class CmpTarget implements Target {

    private static final int OK = 200;

    private final Door door;
    private final AuthorityCode authority;
    private final MachineClient machine;
    private final boolean bodies;

    CmpTarget(Door door, AuthorityCode authority, MachineClient machine, boolean bodies) {
        this.door = door;
        this.authority = authority;
        this.machine = machine;
        this.bodies = bodies;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> all = machine.bodies();
        return bodies ? all : all.stream().map(machine::message).toList();
    }

    @Override
    public String feed(byte[] input) throws Crash {
        HttpResponse<byte[]> answer =
                door.post(
                        "/cmp/" + authority,
                        bodies ? machine.message(input) : input,
                        "Content-Type",
                        "application/pkixcmp");
        if (answer.statusCode() != OK) {
            return "HTTP " + answer.statusCode();
        }
        try {
            return told(PKIMessage.getInstance(answer.body()).getBody());
        } catch (IllegalArgumentException e) {
            throw new Crash("the answer is none of CMP: " + e);
        }
    }

    private static String told(PKIBody body) {
        return "body "
                + body.getType()
                + switch (body.getContent()) {
                    case ErrorMsgContent error -> " " + told(error.getPKIStatusInfo());
                    case CertRepMessage reply -> " " + told(reply.getResponse()[0].getStatus());
                    case RevRepContent reply -> " " + told(reply.getStatus()[0]);
                    default -> "";
                };
    }

    private static String told(PKIStatusInfo info) {
        return info.getStatus()
                + " "
                + info.getFailInfo()
                + " "
                + (info.getStatusString() == null
                        ? ""
                        : info.getStatusString().getStringAtUTF8(0).getString());
    }
}
