package org.yinxin.hall.catalogue;

/** What a business does, whatever a plan calls it. */
public enum BusinessKind {
    /** 证书新办 */
    NEW(false, true),
    /** 证书更新, 延期, 续费, 年检 */
    RENEW(true, true),
    /** 信息变更 */
    CHANGE(true, true),
    /** 丢失补办 */
    REISSUE_LOST(true, true),
    /** 损坏补办, 更换 */
    REISSUE_DAMAGED(true, true),
    /** 证书解锁 */
    UNLOCK(true, false),
    /** 挂起 */
    SUSPEND(true, false),
    /** 解挂 */
    RESUME(true, false),
    /** 证书吊销, 注销 */
    REVOKE(true, false),
    /** 增办副锁 */
    ADD_KEY(true, true),
    /** 应用开通 */
    OPEN_APPLICATION(true, false),
    /** 变更手机号 */
    CHANGE_MOBILE(false, false);

    private final boolean aboutCertificate;
    private final boolean makesCertificate;

    BusinessKind(boolean aboutCertificate, boolean makesCertificate) {
        this.aboutCertificate = aboutCertificate;
        this.makesCertificate = makesCertificate;
    }

    /** Whether it is about a certificate that exists. */
    public boolean aboutCertificate() {
        return aboutCertificate;
    }

    /** Whether a new pair of certificates comes of it. */
    public boolean makesCertificate() {
        return makesCertificate;
    }
}
