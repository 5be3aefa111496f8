package org.yinxin.hall.testing;

import java.util.Set;
import java.util.UUID;
import org.yinxin.hall.actor.AccountId;
import org.yinxin.hall.actor.Actor;
import org.yinxin.hall.actor.OperatorId;
import org.yinxin.hall.actor.Role;

/** Made-up people. */
public final class People {

    public static final Actor.Subscriber SUBSCRIBER =
            new Actor.Subscriber(new AccountId(new UUID(1, 1)), "199****0001");
    public static final Actor.Operator ENTRY_OFFICER = officer(1, "测试录入员", Role.ENTRY_OFFICER);
    public static final Actor.Operator OTHER_ENTRY_OFFICER =
            officer(2, "测试录入员乙", Role.ENTRY_OFFICER);
    public static final Actor.Operator APPROVING_OFFICER =
            officer(3, "测试审核员", Role.APPROVING_OFFICER);
    public static final Actor.Operator OTHER_APPROVING_OFFICER =
            officer(4, "测试审核员乙", Role.APPROVING_OFFICER);
    public static final Actor.Operator BOTH =
            officer(5, "测试双岗员", Role.ENTRY_OFFICER, Role.APPROVING_OFFICER);
    public static final Actor.Operator PRODUCER = officer(6, "测试制证员", Role.PRODUCER);
    public static final Actor.Operator AUDITOR = officer(7, "测试审计员", Role.AUDITOR);
    public static final Actor.Operator ADMINISTRATOR = officer(8, "测试管理员", Role.ADMINISTRATOR);

    public static final Actor.Operator FINANCE = officer(9, "测试财务", Role.FINANCE);

    private People() {}

    private static Actor.Operator officer(int number, String name, Role... roles) {
        return new Actor.Operator(new OperatorId(new UUID(2, number)), name, Set.of(roles));
    }
}
