// vigie serve from outside: what it prints, what it answers, how it ends, what its supervisor
// hears.
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>
#include <thread>

#include "program/workplace.h"
#include "store/database/postgresql_for_test.h"

namespace vigie::program {
namespace {

using namespace std::chrono_literals;

// Starts it on a free port, waits for its address, runs `acts`, and stops it.
std::string script(const std::string& options, const std::string& acts) {
  return ": >said; : >log\nvigie serve --listen 127.0.0.1:0 " + options +
         " >said 2>log &\nserver=$!\n"
         "for i in $(seq 500); do grep -q :// said && break; sleep 0.02; done\n"
         "address=$(sed 's,.*//,,' said); host=${address%:*} port=${address##*:}\n"
         "ask() { exec 3<>/dev/tcp/$host/$port; printf '%s\\r\\nHost: a\\r\\nConnection: "
         "close\\r\\n"
         "\\r\\n' \"$1\" >&3; cat <&3; exec 3>&-; }\n" +
         acts + "\nkill -TERM $server\nwait $server; echo \"ended with $?\"\n";
}

TEST(Serve, it_says_where_it_answers_and_ends_well_when_told_to) {
  const Workplace place;
  const Ran ran = place.run(script("", "ask 'GET /healthz HTTP/1.1'; cat said") + "cat log\n");
  EXPECT_NE(ran.output.find("{\"status\":\"ok\"}"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("Vigie answers at http://127.0.0.1:"), std::string::npos);
  EXPECT_NE(ran.output.find("\"event\":\"listening\""), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("ended with 0\n"), std::string::npos) << ran.output;
  const Ran french = place.run(script("--lang fr", "cat said"));
  EXPECT_NE(french.output.find("Vigie répond sur http://127.0.0.1:"), std::string::npos);
}

TEST(Serve, an_address_that_is_taken_is_the_world_s_fault) {
  const Workplace place;
  const Ran ran = place.run(script("", "vigie serve --listen 127.0.0.1:$port; echo \"second $?\""));
  EXPECT_NE(ran.output.find("second 3\n"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("Address already in use"), std::string::npos) << ran.output;
}

TEST(Serve, a_wrong_configuration_is_shown_with_its_place) {
  const Workplace place;
  place.write("vigie.yaml", "workers: 2\nlistn: 127.0.0.1:0\n");
  const Ran ran = place.run("vigie serve --config vigie.yaml; echo \"ended with $?\"");
  EXPECT_NE(ran.output.find("vigie.yaml:2"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("listen"), std::string::npos);
  EXPECT_NE(ran.output.find("ended with 1\n"), std::string::npos) << ran.output;
  const Ran variable = place.run("VIGIE_WORKRES=2 vigie serve --print-config", "fr");
  EXPECT_NE(variable.output.find("VIGIE_WORKRES ne règle rien"), std::string::npos);
}

TEST(Serve, its_supervisor_hears_when_it_is_ready_and_when_it_stops) {
  const Workplace place;
  place.write("hear.py",
              "import socket\n"
              "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
              "s.bind('supervisor')\ns.settimeout(20)\n"
              "open('bound', 'w').close()\n"
              "print(s.recv(99).decode(), s.recv(99).decode(), flush=True)\n");
  const Ran ran = place.run(
      "python3 hear.py & hears=$!\n"
      "for i in $(seq 500); do [ -e bound ] && break; sleep 0.02; done\n"
      "export NOTIFY_SOCKET=$PWD/supervisor\n" +
      script("", "true") + "wait $hears\n");
  EXPECT_NE(ran.output.find("READY=1 STOPPING=1"), std::string::npos) << ran.output;
}

TEST(Serve, a_hangup_reads_the_certificate_again_and_keeps_the_old_one_when_it_is_wrong) {
  const Workplace place;
  if (place.run("command -v openssl").exit != 0) {
    GTEST_SKIP() << "no openssl on this machine to make certificates with";
  }
  const std::string make =
      "make() { openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 "
      "-subj /CN=$1 -keyout k.pem -out c.pem 2>/dev/null; }\n"
      "name() { openssl s_client -connect $address </dev/null 2>/dev/null | "
      "sed -n 's/^subject=//p'; }\nmake first\n";
  const Ran ran = place.run(
      make + script("--set tls_certificate=c.pem --set tls_key=k.pem",
                    "name; make second; kill -HUP $server\n"
                    "for i in $(seq 500); do grep -q certificate_renewed log && break; sleep 0.02; "
                    "done; name\n"
                    "echo broken >c.pem; kill -HUP $server\n"
                    "for i in $(seq 500); do grep -q not_renewed log && break; sleep 0.02; done; "
                    "name"));
  EXPECT_EQ(ran.output, "CN = first\nCN = second\nCN = second\nended with 0\n");
}

TEST(Serve, what_it_keeps_lies_beside_it_with_the_key_of_its_journal) {
  const Workplace place;
  const Ran ran = place.run(script("", "ask 'GET /readyz HTTP/1.1'"));
  EXPECT_NE(ran.output.find("{\"status\":\"ready\"}"), std::string::npos) << ran.output;
  EXPECT_TRUE(place.files().contains("vigie.db"));
  EXPECT_TRUE(place.files().contains("vigie.db.key"));
  EXPECT_NE(place.run("stat -c %a vigie.db.key").output.find("600"), std::string::npos);
}

TEST(Serve, a_database_that_cannot_be_served_is_refused_with_a_cure) {
  const Workplace place;
  const Ran scheme = place.run("vigie serve --set database=mysql:x; echo \"ended with $?\"");
  EXPECT_NE(scheme.output.find("postgresql://vigie@localhost/vigie"), std::string::npos);
  EXPECT_NE(scheme.output.find("ended with 1\n"), std::string::npos) << scheme.output;
  const Ran keyless =
      place.run("vigie serve --set database=postgresql://a@b/c; echo \"ended with $?\"", "fr");
  EXPECT_NE(keyless.output.find("journal_key"), std::string::npos) << keyless.output;
  EXPECT_NE(keyless.output.find("ended with 1\n"), std::string::npos) << keyless.output;
  const Ran away = place.run(
      "vigie serve --set database=postgresql://a:sesame@127.0.0.1:1/c --set journal_key=k; "
      "echo \"ended with $?\"");
  EXPECT_NE(away.output.find("ended with 3\n"), std::string::npos) << away.output;
  EXPECT_EQ(away.output.find("sesame"), std::string::npos) << away.output;
}

TEST(Serve, it_is_not_ready_while_its_database_is_away_and_ready_again_after) {
  PostgresqlForTest* const server = PostgresqlForTest::shared();
  if (server == nullptr) GTEST_SKIP() << "PostgreSQL's programs are not installed";
  const Workplace place;
  const std::string options =
      "--set journal_key=key --set 'database=" + server->new_database() + "'";
  // The shell asks this thread to stop and to start the server, by files.
  auto running = std::async(std::launch::async, [&] {
    return place.run(
        script(options,
               "status() { ask 'GET /readyz HTTP/1.1' | sed -n 's/^HTTP.1.1 //p'; }\n"
               "become() { for i in $(seq 500); do status | grep -q $1 && break; sleep 0.02; done; "
               "status; }\n"
               "becomes() { touch $1; until [ -e $1.done ]; do sleep 0.02; done; become $2; }\n"
               "become 200; becomes stop 503; becomes start 200"));
  });
  const auto when_asked = [&](const std::string& to, auto act) {
    while (!place.files().contains(to)) std::this_thread::sleep_for(20ms);
    act();
    place.write(to + ".done", "");
  };
  when_asked("stop", [&] { server->stop_at_once(); });
  when_asked("start", [&] { server->start(); });
  const Ran ran = running.get();
  const std::size_t away = ran.output.find("503 Service Unavailable");
  EXPECT_EQ(ran.output.find("200 OK"), 0U) << ran.output;
  ASSERT_NE(away, std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("200 OK", away), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("ended with 0\n"), std::string::npos) << ran.output;
}

}  // namespace
}  // namespace vigie::program
