package org.yinxin.hall.catalogue.reading;

import java.util.HashMap;
import java.util.Map;

/** Sees to it that a name is given once. */
final class Unique {

    private final String what;
    private final Map<String, Integer> lines = new HashMap<>();

    Unique(String what) {
        this.what = what;
    }

    void check(Block block, String key, String name) {
        Integer before = lines.putIfAbsent(name, block.line(key));
        if (before != null && !name.equals(Block.MISSING)) {
            block.fault(
                    key, what + " \"" + name + "\" is already in line " + before + "; rename one.");
        }
    }
}
