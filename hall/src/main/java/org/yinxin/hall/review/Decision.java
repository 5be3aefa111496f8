package org.yinxin.hall.review;

import java.util.List;

/** What the approving officer decides. */
public sealed interface Decision {

    /** 通过 */
    record Approve() implements Decision {}

    /** 退回: the items named are to be corrected and submitted again. */
    record Return(List<ItemReason> reasons) implements Decision {
        public Return {
            reasons = List.copyOf(reasons);
        }
    }

    /** 驳回: this is the end of the application. */
    record Refuse(List<ItemReason> reasons) implements Decision {
        public Refuse {
            reasons = List.copyOf(reasons);
        }
    }

    /** What it says about single items. */
    default List<ItemReason> itemReasons() {
        return switch (this) {
            case Approve _ -> List.of();
            case Return(List<ItemReason> reasons) -> reasons;
            case Refuse(List<ItemReason> reasons) -> reasons;
        };
    }
}
