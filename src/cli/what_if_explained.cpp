#include "cli/what_if_explained.h"

#include <algorithm>
#include <ostream>

#include "engine/derivation/explained_ticket.h"
#include "notation/page/explanation.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/explanation.h"

namespace vigie {
namespace {

/// What one side says of a target: several pages when the ticket counts several times.
struct TargetPages {
  std::string agreement;
  std::string target;
  std::string verdicts;
  std::string reasons;  // the page without its version and what it was made from
  std::string text;
};

class BothSides {
 public:
  BothSides(const ExplainedUnderBoth& asked, const History& history, Session& session)
      : asked_(asked), history_(history), session_(session) {}

  void print() {
    std::vector<TargetPages> old = pages_under(asked_.loaded.terms);
    std::vector<TargetPages> now = pages_under(asked_.other);
    std::string same;
    std::string moved;
    for (const TargetPages& before : old) {
      const auto after = std::ranges::find_if(
          now, [&](const TargetPages& one) { return is_same_target(one, before); });
      const bool stays = after != now.end() && after->reasons == before.reasons;
      if (stays) {
        same += say(PageText::same_under_both,
                    {{"target", before.target}, {"verdict", before.verdicts}}) +
                "\n";
      } else {
        moved += pair_text(before, after == now.end() ? TargetPages{} : *after);
      }
      if (after != now.end()) now.erase(after);
    }
    for (const TargetPages& after : now) moved += pair_text({}, after);
    session_.console.out << moved << same;
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, {.language = session_.console.language});
  }

  PageStyle style() const {
    return {.language = session_.console.language,
            .width = static_cast<std::size_t>(session_.console.columns),
            .colours = session_.console.colours};
  }

  /// Another version of an agreement is the same agreement.
  static bool is_same_target(const TargetPages& a, const TargetPages& b) {
    return a.agreement == b.agreement && a.target == b.target;
  }

  std::vector<TargetPages> pages_under(const Terms& terms) const {
    const ExplainedTicket ticket{{.terms = terms,
                                  .histories = asked_.loaded.histories,
                                  .names = asked_.loaded.names,
                                  .as_of = asked_.loaded.as_of,
                                  .known_at = asked_.loaded.known_at.value_or(last_instant)},
                                 history_};
    std::vector<TargetPages> pages;
    for (const Judgement& judgement : ticket.judgements()) {
      const std::string& agreement = terms.agreement(judgement.agreement).id;
      const std::string& target = ticket.target_of(judgement);
      auto page = std::ranges::find_if(pages, [&](const TargetPages& one) {
        return one.agreement == agreement && one.target == target;
      });
      if (page == pages.end()) {
        pages.push_back({.agreement = agreement, .target = target});
        page = pages.end() - 1;
      }
      Derivation derivation = ticket.derivation_of(judgement);
      page->verdicts += page->verdicts.empty() ? "" : ", ";
      page->verdicts += word_of(judgement.verdict, session_.console.language);
      page->text += (page->text.empty() ? "" : "\n") + explanation_text(derivation, style());
      std::erase_if(derivation.children, [](const Derivation& one) {
        return one.code == Explanation::section_promise || one.code == Explanation::section_basis;
      });
      page->reasons += explanation_text(derivation, style());
    }
    return pages;
  }

  std::string side_text(PageText title, const TargetPages& side) const {
    return toned(say(title), Tone::strong, session_.console.colours) + "\n\n" +
           (side.text.empty() ? say(PageText::not_judged) + "\n" : side.text) + "\n";
  }

  std::string pair_text(const TargetPages& before, const TargetPages& after) const {
    return side_text(PageText::under_old_terms, before) +
           side_text(PageText::under_new_terms, after);
  }

  const ExplainedUnderBoth& asked_;
  const History& history_;
  Session& session_;
};

}  // namespace

void explain_under_both(const ExplainedUnderBoth& asked, Session& session) {
  const Loaded& loaded = asked.loaded;
  const auto history = loaded.histories.find(loaded.names.find<Ticket>(asked.ticket));
  if (!history) {
    session.console.err << said(PageText::unknown_ticket,
                                {{"ticket", asked.ticket}, {"file", asked.events}},
                                {.language = session.console.language})
                        << "\n";
    session.exit = Exit::faults;
    return;
  }
  BothSides{asked, *history, session}.print();
}

}  // namespace vigie
