#include "store/journal/verify.h"

#include <algorithm>
#include <optional>

#include "store/journal/sealed_table.h"

namespace vigie {

namespace {

constexpr std::int64_t acts_at_once = 1'000;

/// An act as it is in the chain.
struct ChainLink {
  std::int64_t act;
  Bytes digest;
};

class Verifier {
 public:
  Verifier(Database& database, const SealingKey& key) : database_{database}, key_{key} {}

  Verification verify(const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const std::int64_t last = last_act();
    for (std::int64_t first = 1; first <= last; first += acts_at_once) {
      const ActRange range{first, std::min(last, first + acts_at_once - 1)};
      database_.read([&](Connection& rows) { check_acts(rows, range); });
      if (progress) progress(range.last, last);
    }
    check_chain();
    return std::move(found_);
  }

 private:
  std::int64_t last_act() {
    std::int64_t last = 0;
    database_.read([&](Connection& rows) {
      rows.run("select coalesce(max(number), 0) from act", {},
               [&](const Row& row) { last = row.whole(0); });
    });
    return last;
  }

  void report(DamageKind kind, std::string table, std::int64_t act, std::int64_t number) {
    if (found_.damages.size() >= 100) return;
    found_.damages.push_back({kind, std::move(table), act, number});
  }

  // The rows first: what they give is compared with what the act was sealed with.
  void check_acts(Connection& rows, ActRange range) {
    SealsOfActs seals;
    for (const CheckRows& check : sealed_tables()) check(rows, key_, range, seals, found_);
    static const std::string select =
        "select a.number, s.digest, " + select_list<ActRow>("a") +
        " from act a left join act_seal s on s.act = a.number where a.number between $1 and $2"
        " order by a.number";
    rows.run(select, std::array<Parameter, 2>{range.first, range.last},
             [&](const Row& answer) { check_act(answer, seals); });
  }

  void check_act(const Row& answer, SealsOfActs& seals) {
    const std::int64_t number = answer.whole(0);
    const ActRow act = row_from<ActRow>(answer, 2);
    ++found_.acts;
    SealMaker digest{key_};
    digest.add(number).add(seal_of(key_, act));
    for (const auto& [rank, seal] : seals[number]) digest.add(seal);
    const bool is_sealed = !answer.is_null(1);
    if (!is_sealed || digest.bytes() != FieldValue<Bytes>::from_sql(answer, 1)) {
      report(DamageKind::act_changed, "act", number, 0);
    }
    if (!act.origin_salt && !act.origin_digest.empty()) ++found_.erased;
    const bool is_lying =
        act.origin && (!act.origin_salt ||
                       salted_digest(key_, *act.origin_salt, {act.origin}) != act.origin_digest);
    if (is_lying) report(DamageKind::text_changed, "act", number, 0);
  }

  void check_chain() {
    struct Block {
      std::int64_t number;
      std::int64_t first;
      std::int64_t last;
      Bytes digest;
    };
    std::vector<Block> blocks;
    database_.read([&](Connection& rows) {
      rows.run("select number, first_position, last_position, digest from block order by number",
               {}, [&](const Row& row) {
                 blocks.push_back({row.whole(0), row.whole(1), row.whole(2),
                                   FieldValue<Bytes>::from_sql(row, 3)});
               });
      Bytes before;
      std::int64_t position = 0;
      for (const Block& block : blocks) {
        ++found_.blocks;
        const bool follows = block.number == found_.blocks && block.first == position + 1;
        SealMaker chain{key_, SealMaker::of_block};
        chain.add(before);
        add_links(rows, block.first, block.last, chain);
        if (!follows || chain.bytes() != block.digest) {
          report(DamageKind::block_changed, "block", 0, block.number);
        }
        before = block.digest;
        position = block.last;
      }
    });
  }

  void add_links(Connection& rows, std::int64_t first, std::int64_t last, SealMaker& chain) {
    std::int64_t expected = first;
    rows.run(
        "select s.position, s.act, s.digest, a.number from act_seal s"
        " left join act a on a.number = s.act where s.position between $1 and $2"
        " order by s.position",
        std::array<Parameter, 2>{first, last}, [&](const Row& row) {
          chain.add(row.whole(0)).add(row.whole(1)).add(FieldValue<Bytes>::from_sql(row, 2));
          if (row.whole(0) != expected) report(DamageKind::act_missing, "act_seal", 0, expected);
          if (row.is_null(3)) report(DamageKind::act_missing, "act", row.whole(1), 0);
          expected = row.whole(0) + 1;
        });
    if (expected != last + 1) report(DamageKind::act_missing, "act_seal", 0, expected);
  }

  Database& database_;
  const SealingKey& key_;
  Verification found_;
};

}  // namespace

Verification verify_journal(Database& database, const SealingKey& key,
                            const std::function<void(std::int64_t, std::int64_t)>& progress) {
  return Verifier{database, key}.verify(progress);
}

}  // namespace vigie
