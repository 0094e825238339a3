#include "crash/load.h"

#include <optional>

#include "crash/server_process.h"
#include "engine/base/digest.h"
#include "engine/base/require.h"

namespace vigie::crash {

namespace {

using http_for_test::Answer;
using http_for_test::Client;

std::string text_in(const std::string& json, const std::string& name) {
  const std::string begin = "\"" + name + "\":\"";
  const std::size_t at = json.find(begin);
  if (at == std::string::npos) return {};
  const std::size_t from = at + begin.size();
  return json.substr(from, json.find('"', from) - from);
}

std::string post(const std::string& path, const std::string& fields, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: vigie\r\n" + fields +
         "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

std::string of_bearer(const Access& access) {
  return "Authorization: Bearer " + access.token + "\r\n";
}

Answer asked(Client& client, const Access& access, const Write& write) {
  if (write.is_file) {
    return client.ask("PUT " + write.path + " HTTP/1.1\r\nHost: vigie\r\n" + of_bearer(access) +
                      "Content-Type: application/octet-stream\r\nContent-Length: " +
                      std::to_string(write.body.size()) + "\r\n\r\n" + write.body);
  }
  return client.ask(
      post(write.path, of_bearer(access) + "Idempotency-Key: " + write.key + "\r\n", write.body));
}

constexpr const char* password = "four blue herons";
constexpr const char* agreement =
    R"({"document": "id: acme\nversion: 1\nbetween: {provider: Nova, customer: Acme}\n)"
    R"(in_force: {from: 2020-01-01}\nzone: Europe/Paris\ntargets:\n)"
    R"(  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always, )"
    R"(required: 90 % per month}\n"})";

Access made_access(Client& client) {
  const std::string ours = "Sec-Fetch-Site: same-origin\r\n";
  const Answer signed_in = client.ask(
      post("/api/session", ours,
           std::string{R"({"email": "ann@nova.example", "password": ")"} + password + "\"}"));
  const std::string_view cookie = signed_in.field("Set-Cookie");
  const Answer made = client.ask(post(
      "/api/tokens", ours + "Cookie: " + std::string{cookie.substr(0, cookie.find(';'))} + "\r\n",
      R"({"name": "load", "days": 1, "permissions": ["write_parties", "read_parties", )"
      R"("write_agreements", "sign_agreements", "write_tickets", "read_tickets", )"
      R"("act_for_provider", "read_imports", "run_imports"]})"));
  require(made.status == 201, "the administrator makes a token");
  return {.token = text_in(made.body, "secret")};
}

}  // namespace

std::string Write::reference() const { return text_in(answer, "reference"); }

void ask_for(Client& client, const Access& access, Write& write) {
  const Answer answer = asked(client, access, write);
  write.status = answer.status;
  write.answer = answer.body;
}

void add_administrator(const std::string& folder, const std::vector<std::string>& options) {
  std::vector<std::string> words{"account",          "add",       "ann", "--name", "Ann", "--email",
                                 "ann@nova.example", "--company", "Nova"};
  words.insert(words.end(), options.begin(), options.end());
  require(run_program(folder, words, std::string{password} + "\n") == 0, "an account is added");
}

Access set_up(const std::string&, std::uint16_t port) {
  Client client{port};
  Access access = made_access(client);
  Write party{.key = "acme",
              .path = "/api/parties",
              .body = R"({"reference": "acme", "kind": "customer", "name": "Acme"})"};
  ask_for(client, access, party);
  Write signed_with{.key = "agreement", .path = "/api/agreements", .body = agreement};
  ask_for(client, access, signed_with);
  require(party.is_acknowledged() && signed_with.is_acknowledged(), "a customer and its agreement");
  return access;
}

/// An agreement from its draft to the signatures of both sides, act by act.
class Signing {
 public:
  /// The next act; the first of another agreement after the last.
  Write next(const std::string& key) {
    Write write{.key = key, .path = {}, .body = {}};
    if (step_ == 0) {
      reference_ = key;
      // Each of a service of its own: two that promise of the same tickets contradict one another.
      text_ = "id: " + key + "\nversion: 1\nstate: draft\nservices: [" + key + "]\n" + said;
      write.path = "/api/agreements";
      write.body = R"({"document": ")" + with_escaped_lines(text_) + "\"}";
      return write;
    }
    write.path = "/api/agreements/" + reference_ + (step_ == 1 ? "/steps" : "/signatures");
    write.body = step_ == 1 ? R"({"number": 1, "state": "in_negotiation"})"
                            : R"({"number": 1, "digest": ")" + digest_of(text_) +
                                  R"(", "side": ")" + (step_ == 2 ? "provider" : "customer") +
                                  R"(", "name": "Ann Martin", "capacity": "director", )" +
                                  R"("signed_on": "2026-01-15"})";
    return write;
  }
  void is_acknowledged() { step_ = (step_ + 1) % 4; }

 private:
  static constexpr const char* said =
      "between: {provider: Nova, customer: Acme}\nin_force: {from: 2190-01-01}\n"
      "zone: Europe/Paris\ntargets:\n  resolve: {metric: resolution, within: 4h in always, "
      "required: 90 % per month}\n";

  static std::string with_escaped_lines(const std::string& text) {
    std::string escaped;
    for (const char c : text) escaped += c == '\n' ? std::string{"\\n"} : std::string{c};
    return escaped;
  }

  int step_ = 0;
  std::string reference_;
  std::string text_;
};

/// An import from its profile to its publication.
class Bringing {
 public:
  /// The next act; none while its job is at work.
  std::optional<Write> next(const std::string& key, Client& client, const Access& access) {
    Write write{.key = key, .path = "/api/imports", .body = "{}"};
    switch (step_) {
      case 0: {
        source_ = key;
        write.body =
            R"({"customer": "acme", "source": ")" + key + R"(", "profile": ")" + profile + "\"}";
        return write;
      }
      case 1: {
        write.path += "/" + reference_ + "/file";
        write.is_file = true;
        write.body = "number,updated,state,kind\n";
        for (int i = 0; i < tickets_of_import; ++i) {
          write.body += source_ + "-" + std::to_string(i) + ",2026-03-02 09:00,New,incident\n";
        }
        return write;
      }
      case 2:
        write.path += "/" + reference_ + "/run";
        return write;
      default: {
        const Answer seen = client.ask("GET /api/imports/" + reference_ +
                                       " HTTP/1.1\r\nHost: vigie\r\n" + of_bearer(access) + "\r\n");
        if (text_in(seen.body, "state") != "loaded") return std::nullopt;
        write.path += "/" + reference_ + "/publish";
        return write;
      }
    }
  }
  void is_acknowledged(const Write& write) {
    if (step_ == 0) reference_ = write.reference();
    step_ = (step_ + 1) % 4;
  }

 private:
  static constexpr const char* profile =
      R"(id: desk\nformat: csv\nseparator: \",\"\nencoding: utf-8\nticket: number\n)"
      R"(order: by stamp, ties in file order\n)"
      R"(stamps:\n  at: updated\n  formats: yyyy-MM-dd HH:mm\n  zone: Europe/Paris\n)"
      R"(states:\n  column: state\n  phases:\n    New: open\n)"
      R"(attributes:\n  kind: {column: kind}\n)";

  int step_ = 0;
  std::string source_;
  std::string reference_;
};

/// One client: parties, tickets, events of the last ticket, acts of an agreement, acts of an
/// import, a fifth each.
class Load::Writer {
 public:
  Writer(Load& load, std::string name) : load_{load}, name_{std::move(name)} {}

  void run() {
    connect();
    for (int number = 0; load_.wants_to_go_on(); ++number) {
      std::optional<Write> next_one = next(number);
      if (!next_one) continue;
      Write write = *std::move(next_one);
      const bool is_answered = ask_until_answered(write);
      if (write.is_acknowledged()) go_on_after(write, number);
      {
        const std::scoped_lock lock{load_.mutex_};
        load_.writes_.push_back(std::move(write));
      }
      if (!is_answered) return;
    }
  }

 private:
  void connect() { client_.emplace(load_.port_); }

  void go_on_after(const Write& write, int number) {
    if (write.path == "/api/tickets") ticket_ = write.reference();
    if (number % kinds == 3) signing_.is_acknowledged();
    if (number % kinds == 4) bringing_.is_acknowledged(write);
  }

  std::optional<Write> next(int number) {
    Write write{.key = name_ + "-" + std::to_string(number), .path = {}, .body = {}};
    if (number % kinds == 3) return signing_.next(write.key);
    if (number % kinds == 4) return bringing_.next(write.key, *client_, load_.access_);
    if (number % kinds == 0) {
      write.path = "/api/parties";
      write.body = R"({"reference": ")" + write.key + R"(", "kind": "supplier", "name": ")" +
                   write.key + "\"}";
    } else if (number % kinds == 1 || ticket_.empty()) {
      write.path = "/api/tickets";
      write.body = R"({"customer": "acme", "title": ")" + write.key + R"(", "kind": "incident"})";
    } else {
      write.path = "/api/tickets/" + ticket_ + "/events";
      write.body = number % 2 == 0 ? R"({"event": "acknowledged"})" : R"({"event": "resolved"})";
    }
    return write;
  }

  /// False when this client is done.
  bool ask_until_answered(Write& write) {
    while (true) {
      const Answer answer = asked(*client_, load_.access_, write);
      write.status = answer.status;
      write.answer = answer.body;
      load_.note(write, answer);
      if (write.is_acknowledged()) return true;
      if (load_.insistence_ == Insistence::none) return false;
      if (std::chrono::steady_clock::now() > load_.gives_up_at_.load()) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{20});
      if (answer.status == 0) connect();
    }
  }

  static constexpr int kinds = 5;

  Load& load_;
  std::string name_;
  std::string ticket_;
  Signing signing_;
  Bringing bringing_;
  std::optional<Client> client_;
};

Load::Load(std::string name, std::uint16_t port, Access access, Insistence insistence,
           unsigned clients)
    : name_{std::move(name)}, port_{port}, access_{std::move(access)}, insistence_{insistence} {
  for (unsigned i = 0; i < clients; ++i) {
    threads_.emplace_back([this, i] { Writer{*this, name_ + "-" + std::to_string(i)}.run(); });
  }
}

Load::~Load() { stop(); }

void Load::note(const Write& write, const Answer& answer) {
  if (write.is_acknowledged()) {
    ++acknowledged_;
  } else if (answer.status == 503 && !answer.field("Retry-After").empty()) {
    ++told_to_wait_;
  } else if (++others_; answer.status != 0) {
    const std::scoped_lock lock{mutex_};
    if (first_other_.empty()) first_other_ = write.path + " " + write.body + " -> " + answer.body;
  }
}

std::vector<Write> Load::stop() {
  gives_up_at_ = std::chrono::steady_clock::now() + std::chrono::seconds{20};
  stops_ = true;
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  return std::move(writes_);
}

}  // namespace vigie::crash
