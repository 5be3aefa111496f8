package org.yinxin.standins.wechat;

/**
 * What a merchant (商户) gets from WeChat Pay to talk to it, in the public-key mode (微信支付公钥模式).
 *
 * @param merchantId 商户号 mchid
 * @param appId 公众账号 appid
 * @param apiV3Key the APIv3 key of 32 characters under which notifications are encrypted
 * @param certificateSerial the serial of the merchant's API certificate, named in each request
 * @param privateKeyPem the merchant's RSA key, PKCS#8 PEM
 * @param platformPublicKeyId the identifier {@code PUB_KEY_ID_…} of the platform's public key
 * @param platformPublicKeyPem the key that answers and notifications are verified with, PEM
 */
public record Merchant(
        String merchantId,
        String appId,
        String apiV3Key,
        String certificateSerial,
        String privateKeyPem,
        String platformPublicKeyId,
        String platformPublicKeyPem) {

    @Override
    public String toString() {
        return "Merchant[" + merchantId + "]";
    }
}
