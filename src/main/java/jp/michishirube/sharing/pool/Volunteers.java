package jp.michishirube.sharing.pool;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.michishirube.casefile.ProtectedPeople;
import jp.michishirube.evacuation.road.WalksToHome;
import jp.michishirube.japanese.NameShapes;
import jp.michishirube.organization.WhoAmI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The pool. Whoever is a protected resident (支援措置), or shares the telephone of one, is in none of its lists: an entry in them would tell
 * in which 町 somebody lives who is being looked for.
 */
@Repository
public class Volunteers {

    /** By name, reading and number, since the pool knows no other mark of a person; whoever bears the name of one by chance is shown less. */
    private static final String NOT_PROTECTED = " and not (v.name_key = any(:names) or v.contact_key = any(:names) or coalesce(v.phone, '') = any(:phones))";

    /** Degrees east count less than degrees north: at 36° by 0.8. As the index has it. */
    private static final String PLACE = "point(v.lon * 0.8, v.lat)";

    private final JdbcClient jdbc;
    private final ProtectedPeople protectedPeople;
    private final WhoAmI who;
    private final Clock clock;

    Volunteers(JdbcClient jdbc, ProtectedPeople protectedPeople, WhoAmI who, Clock clock) {
        this.jdbc = jdbc;
        this.protectedPeople = protectedPeople;
        this.who = who;
        this.clock = clock;
    }

    /** @param area 町 of the own place or in which they help; null for any. {@code state} and {@code source} likewise */
    record Filter(String area, Volunteer.State state, Volunteer.Source source) {}

    public Optional<Volunteer> find(long id) {
        return shown("select v.* from sharing.volunteer v where v.id = :id" + NOT_PROTECTED).param("id", id).query((rs, n) -> volunteer(rs)).optional();
    }

    /** Keeps others from changing or asking the same one until the transaction ends. */
    public Optional<Volunteer> lock(long id) {
        return shown("select v.* from sharing.volunteer v where v.id = :id" + NOT_PROTECTED + " for update of v").param("id", id).query((rs, n) -> volunteer(rs)).optional();
    }

    /**
     * Whom to look for.
     *
     * @param area     町 in which they help; any where it is empty
     * @param times    names of {@link TimeOfDay}, at least one of them; empty for any
     * @param language beginning of its tag; empty for any
     * @param not      name as compared of the one who is to be helped: nobody helps themselves
     * @param hidden   from {@link #hidden}
     */
    record Fitting(String area, List<String> times, String language, String not, Hidden hidden) {}

    /** Names and readings as compared, and digits of telephones, of those who are protected. */
    record Hidden(List<String> names, List<String> phones) {}

    /**
     * Those who fit.
     *
     * @param all      how many there are, counted no further than asked
     * @param near     the nearest as the crow flies, of those whose place is known
     * @param unplaced some of those whose place nobody knows, from the same 町 first
     */
    record Fit(int all, List<Volunteer> near, List<Volunteer> unplaced) {}

    /**
     * In one question. The index orders the nearest, so that a pool of thousands costs as little as a small one.
     *
     * @param home null where nobody knows it: then none is near
     */
    Fit fit(Fitting fit, WalksToHome.Spot home, int near, int unplaced, int counted) {
        int[] all = new int[1];
        Map<String, List<Volunteer>> found = Map.of("NEAR", new ArrayList<>(), "UNPLACED", new ArrayList<>());
        fitting("with v as not materialized (select v.*", fit, ") select counted.n as all_fitting, found.* from (select count(*) as n from (select 1 from v limit :counted) some_of_them) counted left join ("
                + " (select 'NEAR' as part, v.* from v where v.lat is not null order by " + PLACE + " <-> point(:lon * 0.8, :lat) limit :near)"
                + " union all (select 'UNPLACED', v.* from v where v.lat is null order by v.area <> :area, v.id limit :unplaced)) found on true")
                .param("lat", home == null ? 0.0 : home.lat()).param("lon", home == null ? 0.0 : home.lon()).param("near", home == null ? 0 : near)
                .param("unplaced", unplaced).param("counted", counted).query(rs -> {
                    all[0] = rs.getInt("all_fitting");
                    String part = rs.getString("part");
                    if (part != null) {
                        found.get(part).add(volunteer(rs));
                    }
                });
        return new Fit(all[0], found.get("NEAR"), found.get("UNPLACED"));
    }

    /** Others whose place is known, though no way from it, from the same 町 first. */
    List<Volunteer> placed(Fitting fit, Collection<Long> known, int most) {
        return fitting("select v.*", fit, " and v.lat is not null and v.id <> all(:known) order by v.area <> :area, v.id limit :most")
                .param("known", known.toArray(Long[]::new)).param("most", most).query((rs, n) -> volunteer(rs)).list();
    }

    private JdbcClient.StatementSpec fitting(String what, Fitting fit, String order) {
        return hiding(what + " from sharing.volunteer v where v.state = 'STANDING' and (:area = '' or v.areas @> array[:area]::text[]) and v.name_key <> :not"
                + " and (cardinality(:times::text[]) = 0 or v.times && :times::text[]) and v.language like :language" + NOT_PROTECTED + order, fit.hidden())
                .param("area", fit.area()).param("not", fit.not()).param("times", fit.times().toArray(String[]::new)).param("language", fit.language() + "%");
    }

    int count(Filter filter) {
        return narrowed("select count(*)", filter, "").query(Integer.class).single();
    }

    List<Volunteer> page(Filter filter, int page, int size) {
        return narrowed("select v.*", filter, " order by v.state = 'PROPOSED' desc, v.area collate \"C\", v.name_key collate \"C\", v.id limit :size offset :from")
                .param("size", size).param("from", Math.max(0, page - 1) * size).query((rs, n) -> volunteer(rs)).list();
    }

    private JdbcClient.StatementSpec narrowed(String what, Filter filter, String order) {
        return shown(what + """
                 from sharing.volunteer v where (:area::text is null or v.area = :area or :area = any (v.areas)) and (:source::text is null or v.source = :source)
                  and case when :state::text is null then v.state <> 'ENDED' else v.state = :state end
                """ + NOT_PROTECTED + order).param("area", filter.area(), java.sql.Types.VARCHAR)
                .param("source", filter.source() == null ? null : filter.source().name(), java.sql.Types.VARCHAR)
                .param("state", filter.state() == null ? null : filter.state().name(), java.sql.Types.VARCHAR);
    }

    /** Who is in no list; to be asked once for several questions of one act. */
    Hidden hidden() {
        List<ProtectedPeople.Known> all = protectedPeople.all();
        return new Hidden(all.stream().flatMap(p -> Stream.of(p.name(), p.kana())).filter(n -> n != null && !n.isBlank()).map(Volunteers::key).toList(),
                all.stream().filter(p -> p.phone() != null).map(p -> Normalizer.normalize(p.phone(), Normalizer.Form.NFKC).replaceAll("\\D", "")).filter(n -> !n.isEmpty())
                        .toList());
    }

    private JdbcClient.StatementSpec shown(String sql) {
        return hiding(sql, hidden());
    }

    private JdbcClient.StatementSpec hiding(String sql, Hidden hidden) {
        return jdbc.sql(sql).param("names", hidden.names().toArray(String[]::new)).param("phones", hidden.phones().toArray(String[]::new));
    }

    /** @return the new entry; empty where that name with that number or address is there already */
    Optional<Volunteer> add(Volunteer v) {
        return write("""
                insert into sharing.volunteer (party, name, name_key, contact_name, contact_key, area, address, lat, lon, mail, phone, language, areas, times, most, source, state, office,
                    changed_at, changed_by)
                values (:party, :name, :key, :contact, :contactKey, :area, :address, :lat, :lon, :mail, :phone, :language, :areas, :times, :most, :source, :state, :office, :at, :by)
                on conflict do nothing returning *
                """, v).query((rs, n) -> volunteer(rs)).optional();
    }

    /** @return whether it still was as the one who changes it had seen it */
    boolean change(Volunteer v) {
        return write("""
                update sharing.volunteer set party = :party, name = :name, name_key = :key, contact_name = :contact, contact_key = :contactKey, area = :area, address = :address, lat = :lat, lon = :lon,
                    mail = :mail, phone = :phone, language = :language, areas = :areas, times = :times, most = :most, source = :source, state = :state, own_reach = true, changed_at = :at,
                    changed_by = :by, version = version + 1
                where id = :id and version = :version and state <> 'ENDED'
                """, v).param("id", v.id()).param("version", v.version()).update() == 1;
    }

    /** Whether another entry bears that name with that number or address. */
    boolean isTwice(Volunteer v) {
        return jdbc.sql("select count(*) from sharing.volunteer where state <> 'ENDED' and id <> ? and name_key = ? and coalesce(phone, mail, '') = ?")
                .params(v.id(), key(v.name()), v.phone() != null ? v.phone() : v.mail() != null ? v.mail() : "").query(Integer.class).single() > 0;
    }

    /** As they changed it themselves. A number or address under which the same name stands already is not taken over: the city sorts that out. */
    boolean reach(long id, String mail, String phone, java.util.Locale language, boolean own) {
        return jdbc.sql("""
                update sharing.volunteer v set mail = :mail, phone = :phone, language = :language, own_reach = own_reach and (mail is not distinct from :mail and phone is not distinct from :phone) or :own,
                    changed_at = :at, changed_by = 'self', version = version + 1
                where id = :id and state <> 'ENDED' and not exists (select 1 from sharing.volunteer o where o.id <> v.id and o.state <> 'ENDED' and o.name_key = v.name_key
                    and coalesce(o.phone, o.mail, '') = coalesce(:phone, :mail, ''))
                """).param("mail", mail, java.sql.Types.VARCHAR).param("phone", phone, java.sql.Types.VARCHAR).param("language", language.toLanguageTag())
                .param("at", OffsetDateTime.now(clock)).param("id", id).param("own", own).update() == 1;
    }

    /** Whether the city told where they are reached, or they themselves behind a link that nobody else had. */
    boolean hasOwnReach(long id) {
        return jdbc.sql("select count(*) from sharing.volunteer where id = ? and own_reach").param(id).query(Integer.class).single() == 1;
    }

    /** Nothing reaches them from now on. */
    boolean end(long id) {
        return jdbc.sql("""
                update sharing.volunteer set state = 'ENDED', mail = null, phone = null, address = '', lat = null, lon = null, contact_name = '', contact_key = '', version = version + 1,
                    changed_at = ?, changed_by = ? where id = ? and state <> 'ENDED'
                """).params(OffsetDateTime.now(clock), who.orProcess().id(), id).update() == 1;
    }

    private JdbcClient.StatementSpec write(String sql, Volunteer v) {
        return jdbc.sql(sql).param("party", v.party().name()).param("name", v.name()).param("key", key(v.name())).param("contact", v.contactName()).param("contactKey", key(v.contactName())).param("area", v.area())
                .param("address", v.address()).param("lat", v.lat(), java.sql.Types.DOUBLE).param("lon", v.lon(), java.sql.Types.DOUBLE)
                .param("mail", v.mail(), java.sql.Types.VARCHAR).param("phone", v.phone(), java.sql.Types.VARCHAR).param("language", v.language().toLanguageTag())
                .param("areas", v.areas().toArray(String[]::new)).param("times", v.times().stream().map(Enum::name).toArray(String[]::new)).param("most", v.most())
                .param("source", v.source().name()).param("state", v.state().name()).param("office", v.office(), java.sql.Types.VARCHAR).param("at", OffsetDateTime.now(clock))
                .param("by", who.orProcess().id());
    }

    /** A name or a reading as compared: shapes of a character, widths, hiragana and katakana are one. */
    static String key(String name) {
        return NameShapes.reading(name);
    }

    private static Volunteer volunteer(ResultSet rs) throws SQLException {
        Set<TimeOfDay> times = strings(rs.getArray("times")).stream().map(TimeOfDay::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(TimeOfDay.class)));
        return new Volunteer(rs.getLong("id"), Volunteer.Party.valueOf(rs.getString("party")), rs.getString("name"), rs.getString("contact_name"), rs.getString("area"),
                rs.getString("address"), rs.getObject("lat", Double.class), rs.getObject("lon", Double.class), rs.getString("mail"), rs.getString("phone"),
                Locale.forLanguageTag(rs.getString("language")), strings(rs.getArray("areas")), times, rs.getInt("most"), Volunteer.Source.valueOf(rs.getString("source")),
                Volunteer.State.valueOf(rs.getString("state")), rs.getString("office"), rs.getInt("version"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
