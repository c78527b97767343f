package jp.michishirube.sharing.telephone;

import org.springframework.stereotype.Component;

/** Whether the municipality has somebody who carries SMS and calls. */
@Component
public class TelephoneOffered {

    private final TelephoneProvider provider;

    TelephoneOffered(TelephoneProvider provider) {
        this.provider = provider;
    }

    public boolean isSetUp() {
        return provider.isSetUp();
    }
}
