#include "cli/operation/verify_report.h"

#include "cli/operation/operation_said.h"
#include "notation/json/json_writer.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"
#include "store/zones/zone_rows.h"

namespace vigie {

namespace {

std::string optional_text(const Row& row, int column) {
  return FieldValue<std::optional<std::string>>::from_sql(row, column).value_or("");
}

std::optional<DamagedAct> act_of(Connection& rows, std::int64_t number) {
  std::optional<DamagedAct> found;
  rows.run(
      "select a.word, a.thing, a.reference, a.recorded_at, p.reference from act a"
      " left join account c on c.id = a.account left join person p on p.id = c.person"
      " where a.number = $1",
      std::array<Parameter, 1>{number}, [&](const Row& row) {
        // A word that was edited by hand may be none of ours: the act is told without it.
        found = DamagedAct{.word = from_key<ActWord>(row.text(0)).value_or(ActWord{}),
                           .thing = from_key<Thing>(row.text(1)).value_or(Thing{}),
                           .reference = std::string{row.text(2)},
                           .at = FieldValue<Instant>::from_sql(row, 3),
                           .who = optional_text(row, 4)};
      });
  return found;
}

std::vector<ErasedPerson> erased_people(Connection& rows) {
  std::vector<ErasedPerson> erased;
  rows.run(
      "select e.reference, e.erased_at, p.reference from person e"
      " left join act a on a.word = 'person_erased' and a.reference = e.reference"
      " left join account c on c.id = a.account left join person p on p.id = c.person"
      " where e.erased_at is not null order by e.erased_at, e.reference",
      {}, [&](const Row& row) {
        erased.push_back({.reference = std::string{row.text(0)},
                          .at = FieldValue<Instant>::from_sql(row, 1),
                          .by = optional_text(row, 2)});
      });
  return erased;
}

/// Releases of zones whose bytes are not those that were accepted.
void check_zones(Connection& rows, Verification& found) {
  static const std::string select =
      "select " + select_list<ZoneReleaseRow>() + " from zone_release order by number";
  std::vector<ZoneReleaseRow> releases;
  rows.run(select, {}, [&](const Row& row) { releases.push_back(row_from<ZoneReleaseRow>(row)); });
  for (const ZoneReleaseRow& release : releases) {
    if (digest_of_zones(zones_of_release(rows, release.number)) == release.digest) continue;
    found.damages.push_back({.kind = DamageKind::text_changed,
                             .table = "zone_data",
                             .act = release.act.value,
                             .number = release.rank});
  }
}

std::string line_of(const ToldDamage& told, Language language) {
  const Damage& damage = told.damage;
  const std::vector<Argument> arguments{{"table", damage.table},
                                        {"number", std::int64_t{damage.number}},
                                        {"act", std::int64_t{damage.act}},
                                        {"what", std::string{word_of(damage.kind, language)}}};
  OperationText text = OperationText::damaged_act;
  if (damage.kind == DamageKind::block_changed) {
    text = OperationText::damaged_block;
  } else if (damage.act == 0) {
    text = OperationText::damaged_position;
  } else if (damage.number != 0) {
    text = OperationText::damaged_row;
  }
  std::string line = "  " + said(text, arguments, language) + "\n";
  if (!told.act) return line;
  const std::string at = rfc3339(told.act->at);
  std::vector<Argument> about{{"word", std::string{word_of(told.act->word, language)}},
                              {"thing", std::string{word_of(told.act->thing, language)}},
                              {"reference", told.act->reference},
                              {"at", at}};
  if (!told.act->who.empty()) about.push_back({"who", told.act->who});
  return line + "    " + said(OperationText::act_told, about, language) + "\n";
}

void write_damage(JsonWriter& json, const ToldDamage& told) {
  json.begin_object().field("kind", key_of(told.damage.kind));
  json.field("table", std::string_view{told.damage.table});
  json.field("act", told.damage.act).field("number", told.damage.number);
  if (told.act) {
    json.field("word", key_of(told.act->word)).field("thing", key_of(told.act->thing));
    json.field("reference", std::string_view{told.act->reference});
    json.field("at", std::string_view{rfc3339(told.act->at)});
    json.field("who", std::string_view{told.act->who});
  }
  json.end_object();
}

}  // namespace

VerifyReport verify_report(Database& database, const SealingKey& key,
                           const std::optional<JournalHead>& expected,
                           const std::function<void(std::int64_t, std::int64_t)>& progress) {
  VerifyReport report{.found = verify_journal(database, key, progress)};
  database.read([&](Connection& rows) {
    report.head = head_of_journal(rows);
    check_zones(rows, report.found);
    if (expected && !has_head(rows, *expected)) {
      report.found.damages.push_back({.kind = DamageKind::head_changed,
                                      .table = "block",
                                      .act = 0,
                                      .number = expected->position});
    }
    for (const Damage& damage : report.found.damages) {
      report.damages.push_back({damage, damage.act == 0 ? std::nullopt : act_of(rows, damage.act)});
    }
    report.erased = erased_people(rows);
  });
  return report;
}

std::string verify_page(const VerifyReport& report, Language language) {
  std::string page;
  if (report.damages.empty()) {
    page += said(OperationText::verified,
                 {{"acts", report.found.acts}, {"blocks", report.found.blocks}}, language);
  } else {
    page += said(OperationText::not_verified, {counted("count", report.damages.size())}, language);
  }
  page += "\n";
  for (const ToldDamage& told : report.damages) page += line_of(told, language);
  const std::string head = text_of(report.head);
  page += said(OperationText::verified_head, {{"head", head}}, language) + "\n";
  for (const ErasedPerson& person : report.erased) {
    const std::string at = rfc3339(person.at);
    std::vector<Argument> arguments{{"reference", person.reference}, {"at", at}};
    if (!person.by.empty()) arguments.push_back({"who", person.by});
    page += said(OperationText::erased_told, arguments, language) + "\n";
  }
  return page;
}

std::string verify_json(const VerifyReport& report) {
  JsonWriter json;
  json.begin_object().field("verified", report.damages.empty());
  json.field("acts", report.found.acts).field("blocks", report.found.blocks);
  json.field("erased_rows", report.found.erased);
  json.field("head", std::string_view{text_of(report.head)}).key("damages").begin_array();
  for (const ToldDamage& told : report.damages) write_damage(json, told);
  json.end_array().key("erased").begin_array();
  for (const ErasedPerson& person : report.erased) {
    json.begin_object().field("reference", std::string_view{person.reference});
    json.field("at", std::string_view{rfc3339(person.at)});
    json.field("by", std::string_view{person.by}).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace vigie
