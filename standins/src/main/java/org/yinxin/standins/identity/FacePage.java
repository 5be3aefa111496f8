package org.yinxin.standins.identity;

import org.jspecify.annotations.Nullable;

/** What the telephone shows in the place of a camera. */
final class FacePage {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>测试刷脸 · test face</title>
            <style>body{font:18px/1.6 sans-serif;max-width:24em;margin:2em auto;padding:0 1em}
            button{font:inherit;padding:.5em 1.5em;margin:.5em 1em .5em 0}</style></head>
            <body><h1>测试刷脸</h1><p>这是演示用的替身，没有摄像头，也不会拍照。<br>
            A stand-in: there is no camera and no picture is taken.</p>%s</body></html>
            """;

    private static final String BUTTONS =
            """
            <form method="post">
            <button name="answer" value="yes">是本人 · it is me</button>
            <button name="answer" value="no">不是本人 · it is not</button>
            </form>
            """;

    private FacePage() {}

    /** The page; null where the link is none. */
    static String of(Face.@Nullable State state) {
        if (state == null) {
            return PAGE.formatted("<p>没有这个链接。 · There is no such link.</p>");
        }
        return PAGE.formatted(
                switch (state) {
                    case WAITING -> BUTTONS;
                    case MATCH -> done("通过 · matched");
                    case MISMATCH -> done("不一致 · did not match");
                    case UNKNOWN -> done("查无此人 · unknown");
                    case EXPIRED -> done("链接已过期 · the link has ended");
                });
    }

    private static String done(String words) {
        return "<p><strong>" + words + "</strong></p><p>请回到电脑上的页面。 · Return to the page.</p>";
    }
}
