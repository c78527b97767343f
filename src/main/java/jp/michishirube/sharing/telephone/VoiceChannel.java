package jp.michishirube.sharing.telephone;

import java.util.stream.Collectors;
import jp.michishirube.sharing.channel.Channel;
import jp.michishirube.sharing.channel.Letter;
import jp.michishirube.sharing.channel.Outcome;
import jp.michishirube.sharing.channel.Way;
import org.springframework.stereotype.Component;

/** By a call in which a machine reads the text aloud, and hears a key where something is asked. */
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
        return Telephone.of(letter.address()).map(to -> call(to, letter)).orElseGet(() -> Outcome.refused("BAD_ADDRESS"));
    }

    private Outcome call(Telephone to, Letter letter) {
        if (letter.choices().isEmpty()) {
            return provider.call(to, letter.brief());
        }
        return provider.ask(to, letter.brief(), letter.choices().stream().map(c -> String.valueOf(c.key())).collect(Collectors.joining()), letter.key());
    }
}
