package jp.michishirube.sharing.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.michishirube.sharing.channel.AddressBook;
import jp.michishirube.sharing.channel.Message;
import jp.michishirube.sharing.channel.Occasion;
import jp.michishirube.sharing.channel.Outbox;
import jp.michishirube.sharing.channel.Way;
import jp.michishirube.sharing.code.Holder;
import jp.michishirube.sharing.code.IssuePass;
import jp.michishirube.sharing.code.OwnTelephone;
import jp.michishirube.sharing.code.Pass;
import jp.michishirube.sharing.code.PassKind;
import jp.michishirube.sharing.line.LineAccounts;
import jp.michishirube.sharing.telephone.Telephone;
import jp.michishirube.sharing.telephone.TelephoneOffered;
import org.springframework.stereotype.Component;

/** The own telephone of a leader: its number proves nothing by itself, the code that goes there does. */
@Component
class LeaderTelephone implements OwnTelephone, AddressBook {

    private final Leaders leaders;
    private final LineAccounts line;
    private final TelephoneOffered telephones;
    private final Outbox outbox;

    LeaderTelephone(Leaders leaders, LineAccounts line, TelephoneOffered telephones, Outbox outbox) {
        this.leaders = leaders;
        this.line = line;
        this.telephones = telephones;
        this.outbox = outbox;
    }

    @Override
    public PassKind kind() {
        return PassKind.LEADER;
    }

    @Override
    public Holder.Kind of() {
        return Holder.Kind.LEADER;
    }

    @Override
    public List<String> ways() {
        List<String> ways = new ArrayList<>(telephones.isSetUp() ? List.of(Way.VOICE.name(), Way.SMS.name()) : List.of());
        if (line.isOffered()) {
            ways.add(Way.LINE.name());
        }
        return ways;
    }

    @Override
    public boolean isOwn(Pass pass, String typed) {
        String own = leader(pass.holder().key()).map(Leader::phone).orElse("");
        return Telephone.of(typed).filter(t -> t.number().equals(own)).isPresent();
    }

    @Override
    public boolean send(Pass pass, String code, String way) {
        if (!ways().contains(way) || address(pass.holder().key(), Way.valueOf(way)).isEmpty()) {
            return false;
        }
        return outbox.put(new Message("sign-in " + pass.id() + " " + UUID.randomUUID(), pass.holder(), Way.valueOf(way), Occasion.SIGN_IN_CODE, "sign-in-code",
                new IssuePass.Issued(pass.id(), "", code), null, Locale.JAPANESE)).isPresent();
    }

    /** Nowhere once the term is over, so that what is on its way is stopped. */
    @Override
    public Optional<String> address(String key, Way way) {
        return leader(key).filter(l -> l.on(leaders.today()) != Leader.Term.OVER).flatMap(l -> switch (way) {
            case LINE -> line.userOf(l.holder());
            case SMS -> Optional.of(l.phone()).filter(n -> Telephone.of(n).filter(Telephone::isMobile).isPresent());
            case VOICE -> Optional.of(l.phone());
            case LINK, PAPER -> Optional.of("");
            case MAIL -> Optional.empty();
        });
    }

    private Optional<Leader> leader(String key) {
        return leaders.find(Long.parseLong(key));
    }
}
