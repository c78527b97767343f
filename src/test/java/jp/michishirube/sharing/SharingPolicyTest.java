package jp.michishirube.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import jp.michishirube.consent.rule.Party;
import org.junit.jupiter.api.Test;

class SharingPolicyTest {

    @Test
    void aReaderForWhomNoAreaIsNamedSeesNobodyAndIsNamedAtTheStart() {
        SharingPolicy.Reader nowhere = new SharingPolicy.Reader(Party.Kind.NEIGHBOURHOOD, "町内会", null);
        SharingPolicy.Reader aoba = new SharingPolicy.Reader(Party.Kind.NEIGHBOURHOOD, "青葉町町内会", Set.of("青葉町"));
        SharingPolicy policy = new SharingPolicy(null, null, Map.of("machi1", aoba, "machi2", nowhere));
        assertThat(policy.reads(nowhere)).isFalse();
        assertThat(policy.reads(aoba)).isTrue();
        assertThat(policy.withoutArea()).containsExactly("machi2");
        assertThat(policy.hasCommissioner()).isFalse();
        SharingPolicy.Reader idle = new SharingPolicy.Reader(Party.Kind.WELFARE_COMMISSIONER, "民生委員", null);
        SharingPolicy.Reader acts = new SharingPolicy.Reader(Party.Kind.WELFARE_COMMISSIONER, "民生委員", Set.of("青葉町"));
        assertThat(new SharingPolicy(null, null, Map.of("minsei1", idle)).hasCommissioner()).isFalse();
        assertThat(new SharingPolicy(null, null, Map.of("minsei1", acts)).hasCommissioner()).isTrue();
    }
}
