package jp.michishirube.sharing.telephone;

import jp.michishirube.sharing.channel.Channel;
import jp.michishirube.sharing.channel.Letter;
import jp.michishirube.sharing.channel.Outcome;
import jp.michishirube.sharing.channel.Way;
import org.springframework.stereotype.Component;

/** By a call in which a machine reads the text aloud: for the code that opens a link, which must not travel with it. */
@Component
class VoiceChannel implements Channel {

    private final TelephoneProvider provider;

    VoiceChannel(TelephoneProvider provider) {
        this.provider = provider;
    }

    @Override
    public Way way() {
        return Way.VOICE;
    }

    @Override
    public boolean takesKey() {
        return false;
    }

    @Override
    public Outcome send(Letter letter) {
        return Telephone.of(letter.address()).map(to -> provider.call(to, letter.brief())).orElseGet(() -> Outcome.refused("BAD_ADDRESS"));
    }
}
