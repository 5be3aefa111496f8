package org.yinxin.pki.oid;

import static org.assertj.core.api.Assertions.assertThat;

import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.junit.jupiter.api.Test;

class ChineseOidsTest {

    @Test
    void agree_with_those_of_the_library() {
        assertThat(ChineseOids.SM2_CURVE).isEqualTo(GMObjectIdentifiers.sm2p256v1);
        assertThat(ChineseOids.SM3).isEqualTo(GMObjectIdentifiers.sm3);
        assertThat(ChineseOids.SM3_WITH_SM2).isEqualTo(GMObjectIdentifiers.sm2sign_with_sm3);
        assertThat(ChineseOids.SM2_SIGN).isEqualTo(GMObjectIdentifiers.sm2sign);
        assertThat(ChineseOids.SM2_ENCRYPT).isEqualTo(GMObjectIdentifiers.sm2encrypt);
        assertThat(ChineseOids.SM4_ECB).isEqualTo(GMObjectIdentifiers.sms4_ecb);
        assertThat(ChineseOids.SM4_CBC).isEqualTo(GMObjectIdentifiers.sms4_cbc);
    }

    @Test
    void the_third_is_the_register_of_industry_and_the_fourth_the_organisation() {
        assertThat(ChineseOids.IC_REGISTRATION_NUMBER.getId()).endsWith(".4.1.3");
        assertThat(ChineseOids.ORGANIZATION_CODE.getId()).endsWith(".4.1.4");
    }
}
