package jp.michishirube.sharing.telephone;

import jp.michishirube.sharing.channel.Channel;
import jp.michishirube.sharing.channel.Letter;
import jp.michishirube.sharing.channel.Outcome;
import jp.michishirube.sharing.channel.Way;
import org.springframework.stereotype.Component;

/** By SMS: one of 70 signs, or several that telephones put together, up to 660 signs in Japan. */
@Component
class SmsChannel implements Channel {

    private static final int LONGEST = 660;

    private final TelephoneProvider provider;

    SmsChannel(TelephoneProvider provider) {
        this.provider = provider;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean takesKey() {
        return false;
    }

    @Override
    public Outcome send(Letter letter) {
        if (letter.brief().length() > LONGEST) {
            return Outcome.refused("TOO_LONG");
        }
        return Telephone.of(letter.address()).filter(Telephone::isMobile).map(to -> provider.text(to, letter.brief()))
                .orElseGet(() -> Outcome.refused("BAD_ADDRESS"));
    }
}
