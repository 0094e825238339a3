// The terms of the installation, compiled once for all who judge.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/result.h"
#include "engine/clock/terms.h"
#include "store/database/connection.h"

namespace vigie {

struct RulesInForce;
struct SiteRow;
struct StandingVersion;

/// Reads documents for those who may not know how: given by the door that can.
class DocumentReader {
 public:
  virtual ~DocumentReader() = default;
  /// The agreement of a document, whose values go into `names`; `name` is quoted in faults.
  virtual Result<Agreement, std::vector<Fault>> read(std::string_view document,
                                                     const std::string& name,
                                                     Names& names) const = 0;
  /// The document without the clauses that tell who works behind the promise.
  virtual std::string without_chain(std::string_view document) const = 0;
};

/// Compiled terms, and the names that they go by. Immutable: any number of threads may judge.
struct TermsInForce {
  std::int64_t mark = -1;  // of the documents that it was made of
  NameTable names;
  Terms terms;
  std::string digest;  // of all documents, their states and the release of the zones: of the basis
  std::vector<std::string> with_charges;  // references: their documents say amounts themselves
  std::map<std::pair<std::string, std::int64_t>, std::uint32_t> by_id;  // and version
  std::shared_ptr<const RulesInForce> rules;  // by which clocks are told of before they are missed

  /// Where `terms` has that version of the agreement that documents call so; none when it has not.
  std::optional<std::uint32_t> version_called(const std::string& id, std::int64_t number) const;
  /// Where `terms` has that version of the agreement of that reference; none when it has not.
  std::optional<std::uint32_t> version(std::string_view reference, std::int64_t number) const;
};

using SharedTerms = std::shared_ptr<const TermsInForce>;

/// Makes them when the documents have changed, and keeps the last. Used by any number of threads.
class TermsShelf {
 public:
  /// Both live longer.
  TermsShelf(const DocumentReader& reader, ZoneSource& zones) : reader_{reader}, zones_{zones} {}

  /// Those of the documents that `rows` sees. A few milliseconds a calendar when they have changed;
  /// else the time of one statement.
  SharedTerms terms(Connection& rows);

  /// What is wrong with `document` as one more version, by itself and beside all the others; the
  /// agreement when nothing is.
  Result<Agreement, std::vector<Fault>> check(Connection& rows, std::string_view document);

  /// The agreement of a document that is not kept; its values go into `names`.
  Result<Agreement, std::vector<Fault>> read(std::string_view document, Names& names);
  /// Terms that are not those in force, over the same zones.
  Result<Terms, std::vector<Fault>> compile(std::vector<Agreement> agreements, Names& names);

  /// What `check` says of a version that is kept, had it the text and the state of `other`.
  Result<Agreement, std::vector<Fault>> check_instead(Connection& rows,
                                                      const StandingVersion& other);

  /// Gives `agreements`, which are those in force, the sites that they would have were `changed`
  /// kept in the place of the site of its reference.
  void set_sites(Connection& rows, const SiteRow& changed, std::vector<Agreement>& agreements);

  /// What is wrong with what `rows` sees, taken together: after an act that changed a contract.
  std::vector<Fault> faults(Connection& rows);

  /// None when there is no such zone. It lives as long as the shelf.
  const Zone* zone(std::string_view name);

  /// As who does not read the chain behind a promise reads its document.
  std::string without_chain(std::string_view document) const {
    return reader_.without_chain(document);
  }

 private:
  struct Gathered;
  Gathered gather(Connection& rows, const StandingVersion* other, const SiteRow* site = nullptr);
  Result<Agreement, std::vector<Fault>> check_together(Gathered gathered, const Agreement& asked);
  std::shared_ptr<TermsInForce> make(Gathered gathered, std::int64_t mark);

  const DocumentReader& reader_;
  ZoneSource& zones_;
  std::mutex mutex_;  // zones are read one at a time
  SharedTerms last_;
};

}  // namespace vigie
