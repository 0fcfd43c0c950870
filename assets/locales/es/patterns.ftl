# Patrones, y lo que hubo antes y después de una fecha conocida.
trends-tabs = Partes de Tendencias
trends-tab-charts = Gráficas
trends-tab-before = Antes y después
trends-tab-patterns = Patrones
trends-tab-experiments = Experimentos
pattern-first-sleep = más sueño
pattern-first-efficiency = menos tiempo en vela en la cama
pattern-first-middle = una noche más tardía
pattern-first-exercise = más ejercicio
pattern-first-practice = más práctica contra el estrés
pattern-first-alcohol = más alcohol
pattern-first-people = más tiempo con gente
pattern-first-daylight = más luz del día
pattern-first-missed = una toma que no se hizo
pattern-then-mood = ánimo
pattern-then-sleep = sueño
pattern-pair = { $first } y { $then }{ $lag ->
    [0] { "" }
   *[other] { " " }del día siguiente
}
pattern-said = { $when ->
    [same] Los días con { $first }
    [night] Los días tras { $first }
   *[next] El día después de { $first }
}, tu { $then } tendía a ser { $direction ->
    [up] más alto
   *[down] más bajo
} ({ $n } días).
pattern-doubt = Esto puede tener otras causas, y puede ser al revés: { $then } y { $first } pueden seguir ambos a otra cosa.
pattern-figures = Correlación de rangos { $rho } (intervalo del 90 % de { $low } a { $high }), { $n } días, sin la deriva lenta, p { $p } por desplazamientos circulares, mantenida tras corregir por todos los pares.
pattern-none = Sin patrón claro en tus datos por ahora ({ $n } días)
pattern-not-enough = Aún no hay bastante ({ $n } de { $of } días)
pattern-alike = Demasiado igual de un día a otro para comparar ({ $n } días)
patterns-lead = Solo se dice lo que se mantiene con una regla estricta. Un patrón no es una causa.
patterns-looked-at = { $count ->
    [one] Se miró { $count } par
   *[other] Se miraron { $count } pares
}, en los últimos { $days } días.
patterns-empty = Aún no hay nada que mirar. Los patrones necesitan al menos 30 días con dos cosas anotadas.
patterns-nothing = Ningún patrón se mantiene aún en tus datos. Eso también es un resultado.
pattern-hide = Ocultar
pattern-show = Mostrar de nuevo
patterns-hidden = Ocultos: { $count }
pattern-how = Cómo se calculó
pattern-try = Probarlo dos semanas
pattern-rest = Mirado, nada que decir
before-after-date = Antes y después de qué fecha
before-after-since = { $days } días desde entonces
before-after-pairs = de 100 pares de un día antes y uno después, { $up } son más altos después y { $down } más bajos
before-after-not = sin comparar: hace falta la mitad de los días a ambos lados
before-after-empty = Los cambios de dosis, terapias y ciclos con día conocido se pueden comparar cuando pasan dos semanas.
before-after-lead = Ambos lados duran lo mismo. Lo que vino después no tiene por qué venir de ello.
